package org.tongxing.kernel;

/** Identifies an episode of a pairing. */
public record PairingId(long value) {

    @Override
    public String toString() {
        return Long.toString(this.value);
    }
}

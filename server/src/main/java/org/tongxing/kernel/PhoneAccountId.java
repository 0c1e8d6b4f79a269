package org.tongxing.kernel;

/** Identifies an account of the phone side. */
public record PhoneAccountId(long value) {

    @Override
    public String toString() {
        return Long.toString(this.value);
    }
}

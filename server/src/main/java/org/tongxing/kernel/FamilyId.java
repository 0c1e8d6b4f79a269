package org.tongxing.kernel;

/** Identifies a cadre family. */
public record FamilyId(long value) {

    @Override
    public String toString() {
        return Long.toString(this.value);
    }
}

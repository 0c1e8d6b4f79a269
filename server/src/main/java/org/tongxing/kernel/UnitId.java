package org.tongxing.kernel;

/** Identifies a unit. */
public record UnitId(long value) {

    @Override
    public String toString() {
        return Long.toString(this.value);
    }
}

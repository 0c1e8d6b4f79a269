package org.tongxing.kernel;

/** Identifies a child (the person). */
public record ChildId(long value) {

    @Override
    public String toString() {
        return Long.toString(this.value);
    }
}

package org.tongxing.pairing.planning;

/** The few smallest of many values, with where they came from; equal values keep the order they came in. */
final class Shortlist {

    private final int[] values;
    private final int[] origins;
    private int size;

    Shortlist(int limit) {
        this.values = new int[limit];
        this.origins = new int[limit];
    }

    Shortlist clear() {
        this.size = 0;
        return this;
    }

    void offer(int value, int origin) {
        if (value >= threshold()) {
            return;
        }
        int at = this.size < this.values.length ? this.size++ : this.size - 1;
        while (at > 0 && this.values[at - 1] > value) {
            this.values[at] = this.values[at - 1];
            this.origins[at] = this.origins[at - 1];
            at--;
        }
        this.values[at] = value;
        this.origins[at] = origin;
    }

    int size() {
        return this.size;
    }

    int value(int rank) {
        return this.values[rank];
    }

    int origin(int rank) {
        return this.origins[rank];
    }

    /** What a value must stay below to get in. */
    int threshold() {
        return this.size < this.values.length ? Integer.MAX_VALUE : this.values[this.size - 1];
    }
}

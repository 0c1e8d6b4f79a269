package org.tongxing.bench.data;

import java.util.List;
import java.util.SplittableRandom;

/** Chance that falls the same way for the same seed and place, in whatever order places are made. */
final class Chance {

    private final SplittableRandom random;

    Chance(long seed, String place) {
        this.random = new SplittableRandom(seed * 31 + Long.parseLong(place));
    }

    /** A number from {@code from} to {@code to}, both included. */
    int between(int from, int to) {
        return this.random.nextInt(from, to + 1);
    }

    boolean percent(int percent) {
        return this.random.nextInt(100) < percent;
    }

    <T> T pick(List<T> choices) {
        return choices.get(this.random.nextInt(choices.size()));
    }

    /** A UUID's text. */
    String key() {
        return new java.util.UUID(this.random.nextLong(), this.random.nextLong()).toString();
    }
}

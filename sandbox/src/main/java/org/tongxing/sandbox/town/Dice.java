package org.tongxing.sandbox.town;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Chance that falls the same way every time. */
final class Dice {

    private final Random random;

    Dice(long seed) {
        this.random = new Random(seed);
    }

    /** A number from {@code from} to {@code to}, both included. */
    int between(int from, int to) {
        return from + this.random.nextInt(to - from + 1);
    }

    /** A day from {@code from} to {@code to}, both included. */
    LocalDate day(LocalDate from, LocalDate to) {
        return from.plusDays(between(0, (int) Math.max(0, ChronoUnit.DAYS.between(from, to))));
    }

    boolean chance(int percent) {
        return this.random.nextInt(100) < percent;
    }

    <T> T pick(List<T> choices) {
        return choices.get(this.random.nextInt(choices.size()));
    }

    /** The index of one of the weights, the heavier the likelier. */
    int weighted(int... weights) {
        int left = this.random.nextInt(java.util.Arrays.stream(weights).sum());
        int index = 0;
        while (left >= weights[index]) {
            left -= weights[index++];
        }
        return index;
    }

    void shuffle(List<?> list) {
        Collections.shuffle(list, this.random);
    }
}

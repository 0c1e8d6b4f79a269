package org.tongxing.sandbox.town;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.stream.IntStream;

/**
 * How many children nobody has at the end of each of the last twelve months, the day itself standing for its own: many
 * before 31 March, few on it, slowly more since [JB-32].
 *
 * @param today how many it is today
 */
record YearOfGaps(LocalDate day, int today) {

    static final int MONTHS = 12;

    /** By the months before the last 31 March, the nearest first. */
    private static final int[] BEFORE = {38, 44, 41, 36, 35, 33, 31, 28, 27, 26, 25};
    /** What makes the way up uneven, by the months since. */
    private static final int[] UNEVEN = {0, -3, -1, -4, -3, 1, 2, -1, 1, -1, 0, 0};

    private static final int USUAL = 25;
    private static final int LOWEST = 12;
    private static final int MONTHS_UP = 8;

    LocalDate begin() {
        return YearMonth.from(this.day).minusMonths(MONTHS - 1).atDay(1);
    }

    /** The last day of a month of the year, 0 the oldest; of the present one the day itself. */
    LocalDate end(int month) {
        return month == MONTHS - 1
                ? this.day
                : YearMonth.from(this.day).minusMonths(MONTHS - 1L - month).atEndOfMonth();
    }

    /** The month of the year that ends on 31 March; none while that lies ahead. */
    int march() {
        return IntStream.range(0, MONTHS - 1)
                .filter(month -> end(month).getMonth() == Month.MARCH)
                .findFirst()
                .orElse(-1);
    }

    /** The gap at the end of a month, in proportion to today's. */
    int gap(int month) {
        int march = march();
        if (march < 0) {
            return scaled(LOWEST + (USUAL - LOWEST) * month / (MONTHS - 1));
        }
        if (month < march) {
            return scaled(BEFORE[march - month - 1]);
        }
        int months = MONTHS - 1 - march;
        int lowest = Math.max(LOWEST, USUAL - (USUAL - LOWEST) * months / MONTHS_UP);
        int since = month - march;
        return scaled(Math.max(lowest - 1, lowest + (USUAL - lowest) * since / months + UNEVEN[since]));
    }

    private int scaled(int gap) {
        return Math.round((float) gap * this.today / USUAL);
    }
}

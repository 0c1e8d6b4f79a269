package org.tongxing.policy;

import org.jspecify.annotations.Nullable;

/** How often something is owed: once in each stretch of the calendar, at once, or whenever an occasion comes. */
public enum Rhythm {
    /** On the day itself. */
    AT_ONCE("当天"),
    /** From Monday to Sunday. */
    WEEK("每周"),
    MONTH("每月"),
    /** January and February, March and April, and so on. */
    TWO_MONTHS("每两个月"),
    QUARTER("每三个月"),
    YEAR("每年"),
    OCCASION("每逢");

    private final String label;

    Rhythm(String label) {
        this.label = label;
    }

    public String label() {
        return this.label;
    }

    /** The rhythm of so many months; null if there is none. */
    static @Nullable Rhythm ofMonths(int months) {
        return switch (months) {
            case 1 -> MONTH;
            case 2 -> TWO_MONTHS;
            case 3 -> QUARTER;
            case 12 -> YEAR;
            default -> null;
        };
    }
}

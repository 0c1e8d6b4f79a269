package org.tongxing.obligation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What no document says about windows; local settings.
 *
 * @param leastDays so many days of a window must be left for it to be owed [the reading of JB-41]; of a window of a month
 *     or less, half of it
 * @param raisedDays so many days there are at least to see a child whose risk has risen
 * @param occasionDays on so many days before and after a festival or birthday going there counts
 */
public record Leeway(int leastDays, int raisedDays, int occasionDays) {

    public static final Leeway USUAL = new Leeway(30, 7, 7);

    private static final int MONTH = 31;

    /** How many days of a window make it worth asking for. */
    long least(LocalDate from, LocalDate until) {
        long days = ChronoUnit.DAYS.between(from, until);
        return days <= MONTH ? (days + 1) / 2 : this.leastDays;
    }
}

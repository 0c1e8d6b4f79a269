package org.tongxing.sandbox.town;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A unit answers for a village by a named cadre [JB-23]; {@code until} is exclusive. */
record Duty(
        Village village,
        String cadre,
        boolean woman,
        LocalDate from,
        @Nullable LocalDate until) {

    private static final int RUSH_DAYS = 13;

    /** The duty of a village; every village has or had one. */
    static Duty of(Village village, String cadre, LocalDate day) {
        YearOfGaps year = new YearOfGaps(day, 1);
        LocalDate before = year.begin().minusDays(330);
        return switch (village.duty()) {
            case SETTLED -> new Duty(village, cadre, true, before, null);
            case SINCE_MARCH -> new Duty(village, cadre, true, rush(year, before), null);
            case GONE -> new Duty(village, cadre, true, before.minusDays(400), before.minusDays(1));
        };
    }

    boolean holdsFor(Village one, LocalDate on) {
        return this.village.equals(one) && !on.isBefore(this.from) && (this.until == null || on.isBefore(this.until));
    }

    private static LocalDate rush(YearOfGaps year, LocalDate otherwise) {
        int march = year.march();
        return march < 0 ? otherwise : year.end(march).minusDays(RUSH_DAYS);
    }
}

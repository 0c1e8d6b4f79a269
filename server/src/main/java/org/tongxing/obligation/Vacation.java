package org.tongxing.obligation;

import java.time.LocalDate;
import org.tongxing.policy.Period;

/** The two school vacations of a year. */
public enum Vacation {
    WINTER("寒假"),
    SUMMER("暑假");

    private static final int BEFORE_FESTIVAL = 14;
    private static final int AFTER_FESTIVAL = 15;

    private final String label;

    Vacation(String label) {
        this.label = label;
    }

    public String label() {
        return this.label;
    }

    /**
     * When it is as long as no place has said so: in winter from two weeks before the Spring Festival to the Lantern
     * Festival, in summer July and August.
     */
    Period usual(int year) {
        if (this == SUMMER) {
            return new Period(LocalDate.of(year, 7, 1), LocalDate.of(year, 9, 1));
        }
        LocalDate festival = SpringFestival.in(year).orElse(LocalDate.of(year, 2, 5));
        return new Period(festival.minusDays(BEFORE_FESTIVAL), festival.plusDays(AFTER_FESTIVAL));
    }
}

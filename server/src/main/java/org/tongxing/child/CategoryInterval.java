package org.tongxing.child;

import java.time.LocalDate;

/** What the rules say of a child: in this category on the days {@code [startsOn, endsOn)}. */
public record CategoryInterval(String category, String clause, LocalDate startsOn, LocalDate endsOn) {

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(this.startsOn) && day.isBefore(this.endsOn);
    }
}

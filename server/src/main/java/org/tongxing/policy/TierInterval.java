package org.tongxing.policy;

import java.time.LocalDate;

/**
 * In a risk tier on the days {@code [startsOn, endsOn)}.
 *
 * @param basis the clause that says so, or {@link #BY_HAND}
 * @param why the situation by the name the rule book gives it; empty when a person decided
 */
public record TierInterval(RiskTier tier, String basis, String why, LocalDate startsOn, LocalDate endsOn) {

    /** Stands where a clause would when a person decided. */
    public static final String BY_HAND = "人工";

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(this.startsOn) && day.isBefore(this.endsOn);
    }
}

package org.tongxing.coverage;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.PairingId;

/**
 * Days {@code [startsOn, endsOn)} in which something is owed to a child and nothing about it changes.
 *
 * @param pairing the family episode that covers the child
 * @param waitingSince since when nobody has had the child; null when somebody has
 */
record StandingPeriod(
        ChildId child,
        LocalDate startsOn,
        LocalDate endsOn,
        State state,
        @Nullable PairingId pairing,
        @Nullable LocalDate waitingSince) {

    /** The end of what has no end yet. */
    static final LocalDate OPEN = LocalDate.of(9999, 12, 31);

    StandingPeriod until(LocalDate end) {
        return new StandingPeriod(this.child, this.startsOn, end, this.state, this.pairing, this.waitingSince);
    }

    boolean goesOnAs(StandingPeriod next) {
        return this.state.equals(next.state)
                && Objects.equals(this.pairing, next.pairing)
                && Objects.equals(this.waitingSince, next.waitingSince);
    }
}

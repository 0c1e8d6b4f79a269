package org.tongxing.volunteer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.Clause;

/**
 * What has to hold before a volunteer may be confirmed, and for as long as one helps: a clear check and a training of the
 * last year, no complaint that stops.
 *
 * @param screening what the last check said; null before the first
 */
@Clause("JS-21")
public record Readiness(
        @Nullable LocalDate screenedOn,
        @Nullable Screening screening,
        @Nullable LocalDate trainedOn,
        boolean suspended) {

    /** The first day on which the check holds no longer. */
    public @Nullable LocalDate screenedUntil() {
        return this.screenedOn == null || this.screening != Screening.CLEAR ? null : this.screenedOn.plusYears(1);
    }

    /** The first day on which the training holds no longer. */
    public @Nullable LocalDate trainedUntil() {
        return this.trainedOn == null ? null : this.trainedOn.plusYears(1);
    }

    public boolean isReadyOn(LocalDate day) {
        return !this.suspended && holds(screenedUntil(), day) && holds(trainedUntil(), day);
    }

    private static boolean holds(@Nullable LocalDate until, LocalDate day) {
        return until != null && day.isBefore(until);
    }

    /** The result of 密切接触未成年人行业从业查询; nothing else of it is kept. */
    public enum Screening {
        CLEAR,
        BARRED
    }
}

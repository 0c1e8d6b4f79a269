package org.tongxing.register;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.Clause;

/**
 * Where the result of a quarter stands on a day.
 *
 * @param versions what was submitted, the first first
 */
public record QuarterStanding(int number, State state, LocalDate due, List<QuarterVersion> versions) {

    /** A submitted version; the first decides whether the quarter was in time. */
    public record QuarterVersion(
            long id,
            int version,
            LocalDate on,
            @Nullable String reason,
            String submittedBy,
            LocalDateTime submittedAt) {

        static QuarterVersion of(QuarterMapper.HeadRow row) {
            return new QuarterVersion(
                    row.id(), row.version(), row.onDay(), row.reason(), row.submittedByName(), row.submittedAt());
        }
    }

    /** Whether a result is due, late, or there. */
    public enum State {
        /** The quarter has not begun. */
        AHEAD,
        OPEN,
        OVERDUE,
        SUBMITTED,
        /** Submitted after the due day. */
        LATE,
        /** There were no children on file, or no document asked for it yet. */
        NOT_ASKED;

        /**
         * @param first the first day with a child on file in the township
         * @param submitted when the first version was
         */
        @Clause("JB-62")
        static State of(
                Quarter quarter,
                LocalDate due,
                LocalDate on,
                @Nullable LocalDate first,
                @Nullable LocalDate submitted) {
            if (submitted != null) {
                return submitted.isAfter(due) ? LATE : SUBMITTED;
            }
            if (on.isBefore(quarter.opensOn())) {
                return AHEAD;
            }
            if (first == null || first.isAfter(due)) {
                return NOT_ASKED;
            }
            return on.isAfter(due) ? OVERDUE : OPEN;
        }
    }
}

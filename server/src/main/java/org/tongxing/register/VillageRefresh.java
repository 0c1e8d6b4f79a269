package org.tongxing.register;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.Clause;

/**
 * How far a village is with the update of a year [JB-32].
 *
 * @param said that its children were counted; null while nobody said so
 * @param eligible children something was owed to on the due day, or on the day asked about if that is earlier
 * @param uncovered those of them nobody had
 * @param reasons why; they add up to {@code uncovered}
 * @param uncoveredNow children nobody has on the day asked about
 */
public record VillageRefresh(
        String code,
        String name,
        State state,
        @Nullable RefreshSaid said,
        int eligible,
        int uncovered,
        Map<org.tongxing.coverage.State.Reason, Integer> reasons,
        int eligibleNow,
        int uncoveredNow) {

    /** Who counted, with what result. */
    public record RefreshSaid(
            long id, Refreshes.Outcome outcome, @Nullable String note, long by, String byName, LocalDateTime at) {}

    /** Where a village stands. */
    public enum State {
        /** Counted and everybody paired, by the due day. */
        DONE,
        /** The due day is still ahead. */
        OPEN,
        /** Not done on the due day, and not since. */
        MISSED,
        /** Not done on the due day, but since. */
        CAUGHT_UP,
        /** There were no children on file in the whole township: the deadline was not kept here. */
        NOTHING_ON_FILE;

        /**
         * Both halves count: that somebody said the children were counted, and that each of them has somebody.
         *
         * @param on the day asked about
         * @param first the first day with a child on file in the township
         */
        @Clause("JB-32")
        static State of(
                LocalDate due,
                LocalDate on,
                @Nullable LocalDate first,
                @Nullable LocalDate said,
                int uncovered,
                int uncoveredNow) {
            LocalDate judged = on.isBefore(due) ? on : due;
            if (first == null || first.isAfter(judged)) {
                return NOTHING_ON_FILE;
            }
            if (said != null && !said.isAfter(due) && uncovered == 0) {
                return DONE;
            }
            if (!on.isAfter(due)) {
                return OPEN;
            }
            return said != null && uncoveredNow == 0 ? CAUGHT_UP : MISSED;
        }
    }
}

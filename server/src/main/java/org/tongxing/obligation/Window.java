package org.tongxing.obligation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tongxing.policy.Occasion;

/**
 * 时段: days {@code [from, until)} in which something is owed, and what became of it.
 *
 * @param required how often
 * @param done how often it was done, each day once
 * @param efforts how often somebody went and did not meet the child; shown, and never counted as done
 */
public record Window(
        LocalDate from,
        LocalDate until,
        State state,
        int required,
        int done,
        int efforts,
        @Nullable Occasion occasion) {

    public boolean contains(LocalDate day) {
        return !day.isBefore(this.from) && day.isBefore(this.until);
    }

    /** What became of a window. */
    public enum State {
        MET,
        /** Now, and not done yet. */
        DUE,
        /** Over, and not done. */
        OVERDUE,
        /** Somebody has said why it need not be done. */
        WAIVED,
        AHEAD,
        /** Whoever would owe it came too late or left too early. */
        NOT_OWED
    }
}

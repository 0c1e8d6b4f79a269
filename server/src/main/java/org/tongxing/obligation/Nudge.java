package org.tongxing.obligation;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * 提醒: somebody was asked to do what is overdue.
 *
 * @param batch one press of the button
 * @param children about how many children
 * @param things how many things were overdue
 * @param why why it could not be sent
 */
public record Nudge(
        long id,
        String batch,
        OwedBy who,
        int children,
        int things,
        LocalDate oldest,
        State state,
        String by,
        LocalDateTime at,
        LocalDateTime sendAfter,
        @Nullable LocalDateTime settledAt,
        @Nullable String why) {

    /** What became of it. */
    public enum State {
        /** It can still be taken back. */
        WAITING,
        /** Announced to whoever sends messages; no answer yet. */
        HANDED_OVER,
        SENT,
        /** It could not be sent: somebody has to phone. */
        FAILED,
        UNDONE
    }
}

package org.tongxing.obligation;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * 免去: days {@code [from, until)} on which nobody has to go and see a child, and why.
 *
 * @param by the account that said so
 * @param changedBy the account that ended it early or took it back
 * @param takenBack as if it had never been said
 */
public record VisitWaiver(
        long id,
        Reason reason,
        @Nullable String detail,
        LocalDate from,
        LocalDate until,
        long by,
        LocalDateTime at,
        @Nullable Long changedBy,
        @Nullable LocalDateTime changedAt,
        boolean takenBack) {

    /** Why nobody has to go. */
    public enum Reason {
        AWAY("孩子外出"),
        HOSPITAL("住院"),
        BOARDING("住校"),
        OTHER("其他");

        private final String label;

        Reason(String label) {
            this.label = label;
        }

        public String label() {
            return this.label;
        }
    }
}

package org.tongxing.sandbox.town;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One pairing of a child with a family; {@code until} is exclusive. */
final class Bond {

    static final String HELPER_LEFT = "HELPER_LEFT";

    final Kid kid;
    final Family family;

    /** Asked for, and not decided yet. */
    final boolean asked;

    LocalDate from = LocalDate.MIN;

    @Nullable
    LocalDate until;

    /** Why it ended, in the words of the table. */
    @Nullable
    String reason;

    @Nullable
    Waiver waiver;

    Bond(Kid kid, Family family, boolean asked) {
        this.kid = kid;
        this.family = family;
        this.asked = asked;
    }

    boolean runs() {
        return !this.asked && this.until == null;
    }

    boolean holdsOn(LocalDate day) {
        return !this.asked && !day.isBefore(this.from) && (this.until == null || day.isBefore(this.until));
    }

    void end(LocalDate on, String why) {
        this.until = on;
        this.reason = why;
    }

    /** What was waived, and until when. */
    record Waiver(String clause, String reason, LocalDate expires) {}
}

package org.tongxing.obligation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tongxing.policy.Occasion;

/** A stretch of the calendar {@code [from, until)} in which something is owed, before anybody asks of whom. */
record Cut(LocalDate from, LocalDate until, @Nullable Occasion occasion) {

    boolean contains(LocalDate day) {
        return !day.isBefore(this.from) && day.isBefore(this.until);
    }
}

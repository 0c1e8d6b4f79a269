package org.tongxing.obligation;

import java.time.LocalDate;

/** Days {@code [from, to)} on which somebody owes something without a break, and how that began. */
record Span(LocalDate from, LocalDate to, Entry entry) {

    /** How it began; it matters when that was in the middle of a window. */
    enum Entry {
        /** A pairing, a registration, a category: the window is owed if enough of it is left. */
        STARTED,
        /** The risk rose: the window is owed at once, and only what is done from now on counts. */
        RAISED,
        /** The risk fell: the window in progress is owed as a whole, and what was done in it counts. */
        EASED
    }
}

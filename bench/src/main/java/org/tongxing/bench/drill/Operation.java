package org.tongxing.bench.drill;

import org.jspecify.annotations.Nullable;

/**
 * One thing somebody did, as it ended for who did it.
 *
 * @param subject by what its rows are counted; several operations may share one
 * @param audit the kind and subject of the row of the audit that is owed for an answer, if one is
 */
public record Operation(Deed deed, String subject, @Nullable String audit, End end) {

    /** Whether it must have left its rows. */
    boolean isDone() {
        return this.end == End.ACKNOWLEDGED || this.end == End.SETTLED;
    }

    /** How it ended. */
    public enum End {
        /** The server said yes. */
        ACKNOWLEDGED,
        /** The first answer got lost; asked again, the server said that it was done already. */
        SETTLED,
        /** The server said no, and nothing may have changed. */
        REFUSED,
        /** There was never an answer: it happened once or not at all. */
        UNKNOWN
    }
}

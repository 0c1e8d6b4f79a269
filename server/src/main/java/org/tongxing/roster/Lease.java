package org.tongxing.roster;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;

/**
 * The right of one instance to work on an import, to be renewed with every chunk.
 *
 * @param worker the instance
 */
record Lease(String worker, Clock clock) {

    private static final Duration LENGTH = Duration.ofSeconds(60);

    LocalDateTime renewed() {
        return LocalDateTime.now(this.clock).plus(LENGTH);
    }

    /** Somebody else works on the import now, it was abandoned, or this instance stops. */
    static final class Lost extends RuntimeException {}
}

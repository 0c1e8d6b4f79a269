package org.tongxing.register;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;

/**
 * The right of one instance to work on an export, to be renewed with every village.
 *
 * @param worker the instance
 */
record Lease(String worker, Clock clock) {

    private static final Duration LENGTH = Duration.ofSeconds(60);

    LocalDateTime renewed() {
        return LocalDateTime.now(this.clock).plus(LENGTH);
    }

    /** Somebody else works on the export now, or nobody wants it any more. */
    static final class Lost extends RuntimeException {}
}

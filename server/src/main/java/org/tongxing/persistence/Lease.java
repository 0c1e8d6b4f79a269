package org.tongxing.persistence;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;

/**
 * The right of one instance to work on something long, to be renewed with every step of it.
 *
 * @param worker the instance
 * @param patience how long the instance may be silent before another takes the work up
 */
public record Lease(String worker, Duration patience, Clock clock) {

    public LocalDateTime renewed() {
        return LocalDateTime.now(this.clock).plus(this.patience);
    }

    /** Somebody else is at the work now, nobody wants it any more, or this instance stops. */
    public static final class Lost extends RuntimeException {}
}

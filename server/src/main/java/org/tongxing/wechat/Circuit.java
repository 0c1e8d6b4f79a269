package org.tongxing.wechat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Lets nobody try for a while after several calls in a row went unanswered, then one, and all again when it is answered. */
final class Circuit {

    private final Clock clock;
    private final int patience;
    private final Duration rest;
    private int unanswered;
    private Instant closedUntil = Instant.MIN;

    Circuit(Clock clock, int patience, Duration rest) {
        this.clock = clock;
        this.patience = patience;
        this.rest = rest;
    }

    /** Whether a call may be tried now. After the rest the first who asks may, and everybody else waits for the outcome. */
    synchronized boolean allows() {
        if (this.unanswered < this.patience) {
            return true;
        }
        Instant now = this.clock.instant();
        if (now.isBefore(this.closedUntil)) {
            return false;
        }
        this.closedUntil = now.plus(this.rest);
        return true;
    }

    synchronized void answered() {
        this.unanswered = 0;
    }

    synchronized void unanswered() {
        this.unanswered++;
        if (this.unanswered >= this.patience) {
            this.closedUntil = this.clock.instant().plus(this.rest);
        }
    }
}

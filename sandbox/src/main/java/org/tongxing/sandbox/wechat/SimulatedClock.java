package org.tongxing.sandbox.wechat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** The time inside the simulated WeChat, which a test can put forward instead of waiting. */
final class SimulatedClock {

    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    Instant now() {
        return Instant.now().plus(this.ahead.get());
    }

    void forward(Duration by) {
        this.ahead.updateAndGet(ahead -> ahead.plus(by));
    }
}

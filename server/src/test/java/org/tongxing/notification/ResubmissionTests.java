package org.tongxing.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** Events that failed are handed out again once those that wait have had their turn, and not beside them. */
class ResubmissionTests {

    private final ThreadPoolTaskExecutor listeners = new ThreadPoolTaskExecutor();
    private final CountDownLatch busy = new CountDownLatch(1);
    private final AtomicInteger handedOut = new AtomicInteger();
    private final Resubmission resubmission =
            new Resubmission(options -> this.handedOut.incrementAndGet(), this.listeners);

    @BeforeEach
    void start() {
        this.listeners.setCorePoolSize(1);
        this.listeners.initialize();
    }

    @AfterEach
    void stop() {
        this.busy.countDown();
        this.listeners.shutdown();
    }

    @Test
    void handsOutNothingWhileEventsWaitForTheirTurn() {
        this.listeners.execute(this::listen);
        this.listeners.execute(this::listen);
        this.resubmission.again();
        assertThat(this.handedOut).hasValue(0);

        this.busy.countDown();
        await().until(() -> this.listeners.getQueueSize() == 0);
        this.resubmission.again();
        assertThat(this.handedOut).hasValue(1);
    }

    private void listen() {
        try {
            this.busy.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}

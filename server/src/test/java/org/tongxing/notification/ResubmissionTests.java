package org.tongxing.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.events.EventPublication;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** Events that failed are handed out again: while the line is short, and less and less often. */
class ResubmissionTests {

    private static final Instant NOW = Instant.parse("2026-11-26T04:00:00Z");
    private static final int AT_ONCE = 200;

    private final ThreadPoolTaskExecutor listeners = new ThreadPoolTaskExecutor();
    private final CountDownLatch busy = new CountDownLatch(1);
    private @Nullable ResubmissionOptions options;
    private final Resubmission resubmission =
            new Resubmission(said -> this.options = said, this.listeners, Clock.fixed(NOW, ZoneOffset.UTC));

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
    void handsOutNoMoreThanKeepsTheLineShort() {
        keepWaiting(50);
        assertThat(handedOutOf(500)).isEqualTo(AT_ONCE - 50);
    }

    @Test
    void handsOutNothingBesideALongLineAndGoesOnOnceItIsShorter() {
        keepWaiting(AT_ONCE);
        this.resubmission.again();
        assertThat(this.options).isNull();

        this.busy.countDown();
        await().until(() -> this.listeners.getQueueSize() == 0);
        assertThat(handedOutOf(500)).isEqualTo(AT_ONCE);
    }

    @Test
    void waitsTwiceAsLongAfterEveryFailureAndAnHourAtMost() {
        this.resubmission.again();
        assertThat(isDue(1, Duration.ofSeconds(9))).isFalse();
        assertThat(isDue(1, Duration.ofSeconds(10))).isTrue();
        assertThat(isDue(4, Duration.ofSeconds(79))).isFalse();
        assertThat(isDue(4, Duration.ofSeconds(80))).isTrue();
        assertThat(isDue(1_000, Duration.ofMinutes(59))).isFalse();
        assertThat(isDue(1_000, Duration.ofHours(1))).isTrue();
    }

    @Test
    void handsOutWhatAClockThatWasWrongPutIntoTheFuture() {
        this.resubmission.again();
        assertThat(isDue(1, Duration.ofDays(-9))).isTrue();
    }

    private void keepWaiting(int events) {
        IntStream.rangeClosed(0, events).forEach(i -> this.listeners.execute(this::listen));
        await().until(() -> this.listeners.getQueueSize() == events);
    }

    private long handedOutOf(int failed) {
        this.resubmission.again();
        return IntStream.range(0, failed)
                .filter(i -> isDue(1, Duration.ofMinutes(1)))
                .count();
    }

    private boolean isDue(int attempts, Duration ago) {
        return this.options.getFilter().test(new Failed(attempts, NOW.minus(ago)));
    }

    private void listen() {
        try {
            this.busy.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private record Failed(int attempts, Instant since) implements EventPublication {

        @Override
        public UUID getIdentifier() {
            return new UUID(0, 0);
        }

        @Override
        public Object getEvent() {
            return "something";
        }

        @Override
        public Instant getPublicationDate() {
            return this.since;
        }

        @Override
        public Optional<Instant> getCompletionDate() {
            return Optional.empty();
        }

        @Override
        public Status getStatus() {
            return Status.FAILED;
        }

        @Override
        public Instant getLastResubmissionDate() {
            return this.since;
        }

        @Override
        public int getCompletionAttempts() {
            return this.attempts;
        }
    }
}

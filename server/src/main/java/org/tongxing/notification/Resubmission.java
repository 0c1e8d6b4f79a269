package org.tongxing.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import lombok.RequiredArgsConstructor;
import org.springframework.modulith.events.EventPublication;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * Hands events again to listeners that failed, or whose instance died at them: soon at first, and after every failure only
 * after twice the time. Of several instances one gets each; and a listener that had written something down already finds it
 * by its key.
 */
@Component
@RequiredArgsConstructor
class Resubmission {

    private static final int AT_ONCE = 200;
    private static final int LOOKED_AT = 2_000;
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final FailedEventPublications failed;
    private final ThreadPoolTaskExecutor listeners;
    private final Clock clock;

    @Scheduled(
            initialDelayString = "${tongxing.events.again:10}",
            fixedDelayString = "${tongxing.events.again:10}",
            timeUnit = TimeUnit.SECONDS)
    void again() {
        // What waits long for its turn is given up and handed out again; a short line keeps its turn near, and those
        // who are never idle take their share too.
        int room = AT_ONCE - this.listeners.getQueueSize();
        if (room > 0) {
            this.failed.resubmit(ResubmissionOptions.defaults()
                    .withMinAge(SHORTEST_PAUSE)
                    .withBatchSize(LOOKED_AT)
                    .withFilter(due().and(first(room))));
        }
    }

    private Predicate<EventPublication> due() {
        Instant now = this.clock.instant();
        return publication -> {
            Instant since = publication.getLastResubmissionDate();
            // A moment that is still to come was written by a clock that has been put right since.
            return since == null
                    || since.isAfter(now)
                    || !since.plus(pauseAfter(publication.getCompletionAttempts()))
                            .isAfter(now);
        };
    }

    private static Predicate<EventPublication> first(int room) {
        AtomicInteger left = new AtomicInteger(room);
        return publication -> left.getAndDecrement() > 0;
    }

    private static Duration pauseAfter(int attempts) {
        Duration pause = SHORTEST_PAUSE;
        for (int i = 1; i < attempts && pause.compareTo(LONGEST_PAUSE) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}

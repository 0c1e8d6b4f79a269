package org.tongxing.notification;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import lombok.RequiredArgsConstructor;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * Hands events again to listeners that failed, or whose instance died at them. Of several instances one gets each; and a
 * listener that had written something down already finds it by its key.
 */
@Component
@RequiredArgsConstructor
class Resubmission {

    private static final int AT_ONCE = 100;

    private final FailedEventPublications failed;
    private final ThreadPoolTaskExecutor listeners;

    @Scheduled(
            initialDelayString = "${tongxing.events.again:60}",
            fixedDelayString = "${tongxing.events.again:60}",
            timeUnit = TimeUnit.SECONDS)
    void again() {
        // What waits here for its turn is taken for failed after a while; handed out again it would wait twice, and
        // then more.
        if (this.listeners.getQueueSize() > 0) {
            return;
        }
        this.failed.resubmit(ResubmissionOptions.defaults()
                .withMinAge(Duration.ofSeconds(10))
                .withBatchSize(AT_ONCE));
    }
}

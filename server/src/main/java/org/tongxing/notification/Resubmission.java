package org.tongxing.notification;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import lombok.RequiredArgsConstructor;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.scheduling.annotation.Scheduled;
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

    @Scheduled(
            initialDelayString = "${tongxing.events.again:60}",
            fixedDelayString = "${tongxing.events.again:60}",
            timeUnit = TimeUnit.SECONDS)
    void again() {
        this.failed.resubmit(ResubmissionOptions.defaults()
                .withMinAge(Duration.ofSeconds(10))
                .withBatchSize(AT_ONCE));
    }
}

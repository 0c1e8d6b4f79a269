package org.tongxing.obligation;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import lombok.RequiredArgsConstructor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongxing.child.Residents;
import org.tongxing.kernel.DivisionCode;

/**
 * Villages where something was done and what is overdue has to be counted again. Whoever records a visit only leaves a
 * note; a moment later the village is counted once, however many visits came in.
 */
@Component
@RequiredArgsConstructor
class StaleVillages {

    private static final Logger LOG = LoggerFactory.getLogger(StaleVillages.class);
    private static final int AT_ONCE = 200;
    /** Of the second between two looks; while many record at once, those who record come first. */
    private static final Duration SHARE = Duration.ofMillis(400);

    private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(5);

    private final StaleVillageMapper mapper;
    private final Residents residents;
    private final OverdueTally tally;
    private final TransactionTemplate perVillage;
    private final Clock clock;

    @EventListener
    void on(DeedsChanged event) {
        this.residents.villagesOf(event.children()).forEach(village -> this.mapper.add(village.value()));
    }

    @Scheduled(fixedDelayString = "${tongxing.obligation.reckon-every:1s}")
    void reckon() {
        long begun = System.nanoTime();
        for (String village : this.mapper.waiting(LocalDateTime.now(this.clock), AT_ONCE)) {
            if (System.nanoTime() - begun > SHARE.toNanos()) {
                return;
            }
            try {
                this.perVillage.executeWithoutResult(status -> reckon(village));
            } catch (RuntimeException failure) {
                // One village must not keep the others from being counted.
                LOG.error("Counting what is overdue in {} failed", village, failure);
                this.mapper.putOff(village, LocalDateTime.now(this.clock).plus(AFTER_A_FAILURE));
            }
        }
    }

    private void reckon(String code) {
        if (this.mapper.take(code) > 0) {
            this.tally.recount(new DivisionCode(code));
        }
    }
}

package org.tongxing.companion;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tongxing.volunteer.VolunteerLeftPlace;
import org.tongxing.volunteer.VolunteerStopped;

/**
 * Ends what may not go on: with the volunteer at once, and what time alone moves within minutes. No coverage hangs on it, so
 * nothing is lost by ending it, and a child's safety by waiting.
 */
@Component
@RequiredArgsConstructor
public class CompanionClock {

    private final CompanionMapper mapper;
    private final Clock clock;

    /** Every few minutes; a second instance finds nothing left to do. */
    @Scheduled(
            fixedDelayString = "${tongxing.companion.every:5m}",
            initialDelayString = "${tongxing.companion.every:5m}")
    public void tick() {
        LocalDate today = LocalDate.now(this.clock);
        this.mapper
                .over(today, today.minusYears(CompanionRules.WOMAN_FROM_AGE))
                .forEach(over -> this.mapper.end(over.id(), over.reason(), null, today, LocalDateTime.now(this.clock)));
    }

    /** In the transaction that takes the tie back. */
    @EventListener
    void on(VolunteerLeftPlace event) {
        tick();
    }

    /** In the transaction that stops the volunteer. */
    @EventListener
    void on(VolunteerStopped event) {
        this.mapper.endAllOf(event.phoneAccountId(), LocalDate.now(this.clock), LocalDateTime.now(this.clock));
    }
}

package org.tongxing.activity;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import lombok.RequiredArgsConstructor;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tongxing.kernel.Clause;
import org.tongxing.volunteer.VolunteerLeftPlace;
import org.tongxing.volunteer.VolunteerStopped;

/** Takes those off the lists of what is still to come who may not help there any more. */
@Component
@RequiredArgsConstructor
public class ActivityClock {

    private final SignUpMapper mapper;
    private final Clock clock;

    /** Every few minutes: a check or a training that has run out tells nobody. A second instance finds nothing left. */
    @Clause("JS-21")
    @Scheduled(fixedDelayString = "${tongxing.activity.every:5m}", initialDelayString = "${tongxing.activity.every:5m}")
    public void tick() {
        this.mapper.withdrawWhoMayNotHelp(LocalDate.now(this.clock), LocalDateTime.now(this.clock));
    }

    @ApplicationModuleListener
    void on(VolunteerStopped event) {
        this.mapper.stop(event.phoneAccountId(), LocalDateTime.now(this.clock));
    }

    @ApplicationModuleListener
    void on(VolunteerLeftPlace event) {
        tick();
    }
}

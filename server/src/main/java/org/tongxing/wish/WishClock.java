package org.tongxing.wish;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tongxing.volunteer.VolunteerLeftPlace;
import org.tongxing.volunteer.VolunteerStopped;

/** Puts promises back that nobody keeps: not arranged or brought in time, or made by somebody who may not help any more. */
@Component
@RequiredArgsConstructor
public class WishClock {

    /** A wish that came late is recorded late; so long its promise stands. */
    private static final int GRACE_DAYS = 3;

    private final Claims claims;
    private final Wishes wishes;
    private final ClaimMapper mapper;
    private final Clock clock;

    /** Every few minutes; each promise in a transaction of its own, so that two instances do no harm. */
    @Scheduled(fixedDelayString = "${tongxing.wish.every:5m}", initialDelayString = "${tongxing.wish.every:5m}")
    public void tick() {
        LocalDate today = LocalDate.now(this.clock);
        release(this.mapper.late(today, today.minusDays(GRACE_DAYS)), Outcome.EXPIRED);
        release(this.mapper.orphaned(today), Outcome.ACCESS_LOST);
    }

    @ApplicationModuleListener
    void on(VolunteerStopped event) {
        release(this.mapper.openOf(event.phoneAccountId()), Outcome.ACCESS_LOST);
    }

    @ApplicationModuleListener
    void on(VolunteerLeftPlace event) {
        release(this.mapper.orphaned(LocalDate.now(this.clock)), Outcome.ACCESS_LOST);
    }

    private void release(List<ClaimMapper.Row> rows, Outcome outcome) {
        rows.forEach(row -> this.claims.release(this.wishes.any(row.wishId()), outcome, By.CLOCK, null));
    }
}

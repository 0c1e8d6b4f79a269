package org.tongxing.board;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tongxing.region.DivisionMoved;
import org.tongxing.volunteer.VolunteerStopped;

/** Puts back what was promised by people who may not help any more, and follows a merger of townships. */
@Component
@RequiredArgsConstructor
public class BoardClock {

    private static final String ACCESS_LOST = "帮忙的人现在不能再帮";

    private final Dockings dockings;
    private final DockingMapper mapper;
    private final NeedMapper needs;
    private final OfferMapper offers;
    private final Clock clock;

    /** Each docking in a transaction of its own, so that two instances do no harm. */
    @Scheduled(fixedDelayString = "${tongxing.board.every:10m}", initialDelayString = "${tongxing.board.every:10m}")
    public void tick() {
        putBack(this.mapper.orphaned(LocalDate.now(this.clock)));
    }

    @ApplicationModuleListener
    void on(VolunteerStopped event) {
        this.offers.withdrawAll(event.phoneAccountId(), ACCESS_LOST, LocalDateTime.now(this.clock));
        putBack(this.mapper.liveOf(event.phoneAccountId()));
    }

    @EventListener
    void on(DivisionMoved event) {
        this.needs.move(event.from(), event.into());
        this.offers.move(event.from(), event.into());
    }

    private void putBack(List<DockingMapper.Row> rows) {
        rows.forEach(row -> this.dockings.fallThrough(Docking.of(row), null, ACCESS_LOST));
    }
}

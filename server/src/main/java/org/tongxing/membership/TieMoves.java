package org.tongxing.membership;

import java.time.Clock;
import java.time.LocalDateTime;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tongxing.region.DivisionMoved;

/** Lets ties be confirmed in the place a merger made. */
@Component
@RequiredArgsConstructor
class TieMoves {

    private final TieMoveMapper mapper;
    private final Clock clock;

    @EventListener
    void on(DivisionMoved event) {
        LocalDateTime now = LocalDateTime.now(this.clock);
        this.mapper.mergeDoubles(event.from(), event.into(), now);
        this.mapper.move(event.from(), event.into());
        this.mapper.withdrawInvitations(event.from(), now);
        this.mapper.moveInvitations(event.from(), event.into());
    }
}

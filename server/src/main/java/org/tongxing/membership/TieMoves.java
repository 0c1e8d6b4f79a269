package org.tongxing.membership;

import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tongxing.region.DivisionMoved;

/** Lets ties be confirmed in the place a merger made. */
@Component
@RequiredArgsConstructor
class TieMoves {

    private final TieMoveMapper mapper;

    @EventListener
    void on(DivisionMoved event) {
        this.mapper.move(event.from(), event.into());
    }
}

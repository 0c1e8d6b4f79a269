package org.tongxing.visit;

import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tongxing.region.DivisionMoved;

/** Lets the inbox be decided in the place a merger made. */
@Component
@RequiredArgsConstructor
class SetAsideMoves {

    private final SetAsideMapper mapper;

    @EventListener
    void on(DivisionMoved event) {
        this.mapper.move(event.from(), event.into());
    }
}

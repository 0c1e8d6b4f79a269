package org.tongxing.helper;

import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tongxing.region.DivisionMoved;

/** Lets units, families and the villages they are linked with follow a merger. */
@Component
@RequiredArgsConstructor
class HelperMoves {

    private final HelperMoveMapper mapper;

    @EventListener
    void on(DivisionMoved event) {
        this.mapper.moveUnits(event.from(), event.into());
        this.mapper.moveFamilies(event.from(), event.into());
        this.mapper.moveLinks(event.from(), event.into());
        this.mapper.moveUnitLinks(event.from(), event.into());
    }
}

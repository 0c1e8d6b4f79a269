package org.tongxing.pairing;

import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tongxing.region.DivisionMoved;

/** Lets the duty of a department follow the merger of the village it answers for. */
@Component
@RequiredArgsConstructor
class AreaDutyMoves {

    private final AreaDutyMoveMapper mapper;

    @EventListener
    void on(DivisionMoved event) {
        this.mapper.move(event.from(), event.into());
    }
}

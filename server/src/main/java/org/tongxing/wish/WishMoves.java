package org.tongxing.wish;

import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tongxing.region.DivisionMoved;

/** Keeps wishes on the wall of the township that a merger made. */
@Component
@RequiredArgsConstructor
class WishMoves {

    private final WishMoveMapper mapper;

    @EventListener
    void on(DivisionMoved event) {
        this.mapper.move(event.from(), event.into());
    }
}

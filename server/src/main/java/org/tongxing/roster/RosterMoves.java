package org.tongxing.roster;

import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.region.DivisionMoved;

/**
 * Lets rosters and the rows that wait follow a merger. What is read, looked at or being taken over names villages that are no
 * more, so it is read again and shown again; the first of all listeners, so that no roster is taken over in between.
 */
@Component
@RequiredArgsConstructor
class RosterMoves {

    private static final String WHY = "村镇合并了，按合并后的重读了一遍，看过再收";

    private final ImportMapper imports;
    private final RefusedRowMapper refused;

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(DivisionMoved event) {
        DivisionCode from = new DivisionCode(event.from());
        this.imports.readAgain(from.at(DivisionCode.Level.TOWNSHIP).value(), WHY);
        this.imports.moveDivision(event.from(), event.into());
        this.refused.moveDivision(event.from(), event.into());
    }
}

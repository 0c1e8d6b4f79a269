package org.tongxing.safeguard;

import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tongxing.region.DivisionMoved;

/** Carries reports and numbers over to the place a merger made. */
@Component
@RequiredArgsConstructor
class DutyMoves {

    private final DangerMapper dangers;
    private final DutyPhoneMapper phones;

    @EventListener
    void on(DivisionMoved event) {
        this.dangers.move(event.from(), event.into());
        this.phones.move(event.from(), event.into());
    }
}

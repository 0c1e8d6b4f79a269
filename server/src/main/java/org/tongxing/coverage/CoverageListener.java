package org.tongxing.coverage;

import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tongxing.child.ChildrenChanged;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.pairing.AreaDutyChanged;
import org.tongxing.pairing.PairingChanged;
import org.tongxing.pairing.PairingsMade;

/**
 * Recomputes the villages in which something changed, inside the transaction that changed it: a village is small, and a
 * clerk who has just paired a child must not see the old figure.
 */
@Component
@RequiredArgsConstructor
class CoverageListener {

    private final Coverage coverage;

    @EventListener
    void on(PairingChanged event) {
        this.coverage.recompute(new DivisionCode(event.village()));
    }

    @EventListener
    void on(PairingsMade event) {
        this.coverage.recompute(new DivisionCode(event.village()));
    }

    @EventListener
    void on(AreaDutyChanged event) {
        this.coverage.recompute(new DivisionCode(event.village()));
    }

    @EventListener
    void on(ChildrenChanged event) {
        event.villages().stream()
                .sorted()
                .distinct()
                .forEach(village -> this.coverage.recompute(new DivisionCode(village)));
    }
}

package org.tongxing.pairing;

import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tongxing.helper.FamilyLeft;

/** Lets the children of a leaving family go, inside the transaction that lets it leave: no child stays with nobody. */
@Component
@RequiredArgsConstructor
class FamilyListener {

    private final Pairings pairings;

    @EventListener
    void on(FamilyLeft event) {
        this.pairings.release(event.family(), event.on(), event.by());
    }
}

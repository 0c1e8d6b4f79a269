package org.tongxing.recheck;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.tongxing.child.ChildrenChanged;
import org.tongxing.helper.FamilyChanged;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.obligation.DeedsReckoned;
import org.tongxing.pairing.AreaDutyChanged;
import org.tongxing.pairing.PairingChanged;
import org.tongxing.pairing.PairingsMade;
import org.tongxing.register.DeadlineAnswered;

/**
 * Checks again where somebody has just put something right, inside the same transaction: a clerk must not see an item
 * that he or she has dealt with. What concerns many villages at once, such as an import, is checked right afterwards in the
 * background, and takes nothing back when that fails: the night does it again.
 */
@Component
@RequiredArgsConstructor
class RecheckListener {

    private static final int AT_ONCE = 1;

    private final Rechecks rechecks;
    private final NightWatch watch;

    @EventListener
    @Order(100)
    void on(PairingChanged event) {
        again(event.village());
    }

    @EventListener
    @Order(100)
    void on(PairingsMade event) {
        again(event.village());
    }

    @EventListener
    @Order(100)
    void on(AreaDutyChanged event) {
        again(event.village());
    }

    @EventListener
    @Order(100)
    void on(FamilyChanged event) {
        this.rechecks.families(new DivisionCode(event.division()));
    }

    @EventListener
    @Order(100)
    void on(DeadlineAnswered event) {
        this.rechecks.deadlines(new DivisionCode(event.division()));
    }

    @EventListener
    @Order(100)
    void on(ChildrenChanged event) {
        List<String> villages = event.villages().stream().distinct().toList();
        if (villages.size() <= AT_ONCE) {
            villages.forEach(this::again);
        }
    }

    @TransactionalEventListener
    void afterwards(ChildrenChanged event) {
        Set<String> villages = new TreeSet<>(event.villages());
        if (villages.size() > AT_ONCE) {
            CompletableFuture.runAsync(() -> this.watch.walk(villages));
        }
    }

    /** After the deed is recorded: whoever sends a visit from a phone does not wait for the work list. */
    @EventListener
    void on(DeedsReckoned event) {
        this.rechecks.village(event.village(), event.overdue());
    }

    private void again(String village) {
        this.rechecks.village(new DivisionCode(village));
        this.rechecks.deadlines(new DivisionCode(village));
        this.rechecks.families(new DivisionCode(village).at(DivisionCode.Level.TOWNSHIP));
    }
}

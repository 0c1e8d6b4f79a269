package org.tongxing.child;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import org.tongxing.kernel.Sex;
import org.tongxing.policy.AdoptionChanged;

/** Derives the categories of children again when other rules hold for them. */
@Component
@RequiredArgsConstructor
class Rederivation {

    private static final Logger LOG = LoggerFactory.getLogger(Rederivation.class);

    private final Children children;
    private final ResidentMapper mapper;
    private final Categories categories;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate perVillage;

    /**
     * Goes through the villages that a changed adoption reaches. Each is a transaction of its own, for a province has a
     * hundred thousand children; what a crash leaves undone is repeated from the event publication at the next start.
     */
    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(AdoptionChanged event) {
        List<DivisionCode> reached = this.children.villages(Scope.of(new DivisionCode(event.division())));
        for (DivisionCode village : reached) {
            this.perVillage.executeWithoutResult(status -> {
                village(village);
                this.events.publishEvent(new ChildrenChanged(List.of(village.value())));
            });
        }
        LOG.info("Derived categories again in {} villages of '{}'", reached.size(), event.division());
    }

    /** Derives the categories of everybody in a village; the caller says that children changed. */
    void village(DivisionCode village) {
        this.mapper
                .in(Scope.of(village))
                .forEach(child ->
                        this.categories.derive(child.id(), child.birthOn(), Sex.valueOf(child.sex()), village));
    }
}

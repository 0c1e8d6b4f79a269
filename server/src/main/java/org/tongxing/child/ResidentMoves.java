package org.tongxing.child;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tongxing.contract.ProblemCode;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.problem.Refusal;
import org.tongxing.region.DivisionEnding;
import org.tongxing.region.DivisionMoved;

/** Lets children follow the merger of their village; a village with children in it does not end. */
@Component
@RequiredArgsConstructor
class ResidentMoves {

    private final ResidentMoveMapper mapper;
    private final Rederivation rederivation;
    private final ApplicationEventPublisher events;

    @EventListener
    void on(DivisionMoved event) {
        this.mapper.moveHouseholds(event.from(), event.into());
        if (this.mapper.moveChildren(event.from(), event.into()) > 0) {
            this.rederivation.village(new DivisionCode(event.into()));
            this.events.publishEvent(new ChildrenChanged(List.of(event.from(), event.into())));
        }
    }

    @EventListener
    void on(DivisionEnding event) {
        if (this.mapper.livingIn(event.code()) > 0) {
            throw new Refusal(ProblemCode.DIVISION_IN_USE);
        }
    }
}

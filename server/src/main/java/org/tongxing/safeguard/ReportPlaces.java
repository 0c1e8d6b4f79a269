package org.tongxing.safeguard;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.tongxing.child.Children;
import org.tongxing.child.KnownChild;
import org.tongxing.contract.DangerEndpoint.DangerRequest;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.membership.PhoneCaller;
import org.tongxing.problem.NothingThere;
import org.tongxing.region.Divisions;
import org.tongxing.visit.Nearness;

/**
 * Finds out about whom a report is and who is on duty there. A child out of the reporter's reach is written down like any
 * other such question, but the report is taken all the same, as one about a child nobody could name.
 */
@Component
@RequiredArgsConstructor
class ReportPlaces {

    private final Nearness nearness;
    private final Children children;
    private final Divisions divisions;
    private final ApplicationEventPublisher events;

    Place of(PhoneCaller caller, DangerRequest request) {
        if (request.childId() != null) {
            ChildId child = new ChildId(request.childId());
            if (this.nearness.isNear(caller, child)) {
                KnownChild known = this.children.known(List.of(child.value())).get(child.value());
                return new Place(child, known.village());
            }
            this.events.publishEvent(new NothingThere("child:" + child.value()));
        }
        return new Place(null, elsewhere(caller, request.divisionCode()));
    }

    /** Where the reporter says, if there is such a place; else where the first tie holds. */
    private DivisionCode elsewhere(PhoneCaller caller, @Nullable String said) {
        if (said != null
                && !said.isBlank()
                && !this.divisions.names(List.of(said)).isEmpty()) {
            return new DivisionCode(said);
        }
        return new DivisionCode(caller.ties().get(0).divisionCode());
    }

    /** A child, if it could be made out, and the place whose people on duty see the report. */
    record Place(@Nullable ChildId child, DivisionCode division) {}
}

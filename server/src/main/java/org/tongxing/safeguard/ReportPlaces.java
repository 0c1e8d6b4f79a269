package org.tongxing.safeguard;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongxing.child.Children;
import org.tongxing.child.KnownChild;
import org.tongxing.contract.DangerEndpoint.DangerRequest;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.membership.PhoneCaller;
import org.tongxing.region.Divisions;
import org.tongxing.visit.Nearness;

/**
 * Finds out about whom a report is and who is on duty there. One about a child out of the reporter's reach is taken all the
 * same, as one about a child nobody could name. Nothing is written down of that: it would tell who reported.
 */
@Component
@RequiredArgsConstructor
class ReportPlaces {

    private static final int COUNTY = 6;

    private final Nearness nearness;
    private final Children children;
    private final Divisions divisions;

    Place of(PhoneCaller caller, DangerRequest request) {
        if (request.childId() != null) {
            ChildId child = new ChildId(request.childId());
            KnownChild known = this.nearness.wasNear(caller, child)
                    ? this.children.known(List.of(child.value())).get(child.value())
                    : null;
            if (known != null) {
                return new Place(child, known.village());
            }
        }
        return new Place(null, elsewhere(caller, request.divisionCode()));
    }

    /** Where the reporter says, if somebody is on duty for so small a place; else where the first tie holds. */
    private DivisionCode elsewhere(PhoneCaller caller, @Nullable String said) {
        if (said != null
                && said.length() >= COUNTY
                && this.divisions.names(List.of(said)).containsKey(said)) {
            return new DivisionCode(said);
        }
        return new DivisionCode(caller.ties().get(0).divisionCode());
    }

    /** A child, if it could be made out, and the place whose people on duty see the report. */
    record Place(@Nullable ChildId child, DivisionCode division) {}
}

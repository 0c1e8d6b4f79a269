package org.tongxing.safeguard;

import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongxing.child.Children;
import org.tongxing.child.KnownChild;
import org.tongxing.contract.DangerEndpoint.DangerRequest;
import org.tongxing.contract.ProblemCode;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import org.tongxing.membership.Memberships;
import org.tongxing.membership.PhoneCaller;
import org.tongxing.problem.Refusal;
import org.tongxing.region.Divisions;
import org.tongxing.visit.Nearness;

/**
 * Finds out about whom a report is and who is on duty there. One about a child out of the reporter's reach is taken all the
 * same, as one about a child nobody could name; one of somebody whose tie has ended names the child it was to. Nothing is
 * written down of that: it would tell who reported.
 */
@Component
@RequiredArgsConstructor
class ReportPlaces {

    private static final int COUNTY = 6;

    private final Nearness nearness;
    private final Memberships memberships;
    private final Children children;
    private final Divisions divisions;

    Place of(PhoneCaller caller, DangerRequest request) {
        PhoneCaller once = this.memberships.everTied(caller);
        if (once.ties().isEmpty()) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
        if (request.childId() != null) {
            ChildId child = new ChildId(request.childId());
            boolean near = this.nearness.isNear(caller, child);
            DivisionCode village = near || this.nearness.wasNear(once, child) ? village(child) : null;
            if (village != null) {
                return new Place(child, village, !near);
            }
        }
        boolean over = caller.ties().isEmpty();
        return new Place(null, elsewhere(over ? once : caller, request.divisionCode()), over);
    }

    private @Nullable DivisionCode village(ChildId child) {
        Set<Long> only = Set.of(child.value());
        return this.children.known(Scope.ofChildren(only), only).values().stream()
                .map(KnownChild::village)
                .findFirst()
                .orElse(null);
    }

    /** Where the reporter says, if somebody is on duty for so small a place; else where the first tie holds. */
    private DivisionCode elsewhere(PhoneCaller caller, @Nullable String said) {
        if (said != null
                && said.length() >= COUNTY
                && this.divisions.names(Set.of(said)).containsKey(said)) {
            return new DivisionCode(said);
        }
        return new DivisionCode(caller.ties().get(0).divisionCode());
    }

    /**
     * A child, if it could be made out, and the place whose people on duty see the report.
     *
     * @param relationEnded the reporter has nothing to do with the child any more
     */
    record Place(@Nullable ChildId child, DivisionCode division, boolean relationEnded) {}
}

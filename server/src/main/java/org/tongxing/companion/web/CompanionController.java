package org.tongxing.companion.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.child.Masks;
import org.tongxing.companion.Accompanied;
import org.tongxing.companion.Companions;
import org.tongxing.companion.Companionship;
import org.tongxing.companion.Companionship.Status;
import org.tongxing.companion.Meeting;
import org.tongxing.companion.Meetings;
import org.tongxing.contract.CompanionEndpoint;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.Scope;
import org.tongxing.membership.CurrentPhone;
import org.tongxing.membership.PhoneAudit;
import org.tongxing.membership.PhoneCaller;
import org.tongxing.visit.Nearness;

@RestController
@RequiredArgsConstructor
class CompanionController implements CompanionEndpoint {

    private final Accompanied accompanied;
    private final Companions companions;
    private final Meetings meetings;
    private final Nearness nearness;
    private final CurrentPhone current;
    private final PhoneAudit audit;

    @Override
    public List<AccompaniedView> children() {
        PhoneCaller caller = this.current.get();
        Map<Long, List<AccompaniedView>> mine = this.accompanied.of(caller);
        if (!mine.isEmpty()) {
            this.audit.listed(caller, mine.keySet(), "companion");
        }
        return mine.values().stream().flatMap(List::stream).toList();
    }

    @Override
    public List<CompanyView> ofChild(long childId) {
        PhoneCaller caller = this.current.get();
        ChildId child = new ChildId(childId);
        this.nearness.require(caller, child);
        List<Companionship> active = this.companions.ofChild(Scope.ofChildren(Set.of(childId)), child).stream()
                .filter(one -> one.status() == Status.ACTIVE)
                .toList();
        this.audit.read(caller, childId, "companions");
        Map<Long, List<Meeting>> met =
                this.meetings.of(active.stream().map(Companionship::id).toList());
        return active.stream()
                .map(one -> new CompanyView(
                        one.id(),
                        Masks.name(one.volunteerName()),
                        one.kind(),
                        one.plan(),
                        one.startsOn(),
                        met.getOrDefault(one.id(), List.of()).stream()
                                .map(Meeting::view)
                                .toList()))
                .toList();
    }

    @Override
    public MeetingView met(long id, MeetingRequest request) {
        PhoneCaller caller = this.current.get();
        Meeting meeting = this.meetings.record(caller, id, request);
        this.audit.changed(caller, List.of(this.meetings.child(id).value()), "companion meeting");
        return meeting.view();
    }
}

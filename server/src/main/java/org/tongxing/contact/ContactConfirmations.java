package org.tongxing.contact;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.child.Children;
import org.tongxing.child.KnownChild;
import org.tongxing.contact.ContactMapper.ToConfirmRow;
import org.tongxing.contract.ContactEndpoint.ContactKind;
import org.tongxing.contract.ContactEndpoint.ContactToConfirmView;
import org.tongxing.contract.PhoneSessionEndpoint.TieKind;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import org.tongxing.membership.OneTap;
import org.tongxing.membership.PhoneCaller;
import org.tongxing.membership.PhoneCaller.ConfirmedTie;
import org.tongxing.obligation.DeedsChanged;
import org.tongxing.problem.Refusal;

/** Lets the other side say with one tap that a parent's call was so: whoever looks after the child, or its director. */
@Service
@Transactional
@RequiredArgsConstructor
public class ContactConfirmations implements OneTap {

    private static final int CONFIRMED_WITHIN_WEEKS = 3;

    private final ContactMapper mapper;
    private final Children children;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** What the caller has not said anything about yet, the newest first. */
    @Transactional(readOnly = true)
    public List<ContactToConfirmView> waiting(PhoneCaller caller) {
        List<ToConfirmRow> rows = rows(caller);
        if (rows.isEmpty()) {
            return List.of();
        }
        Set<Long> about = rows.stream().map(ToConfirmRow::childId).collect(Collectors.toSet());
        Map<Long, KnownChild> known = this.children.known(Scope.ofChildren(about), about);
        Map<Long, String> relations = this.children.relations(
                Scope.ofChildren(about),
                rows.stream().map(ToConfirmRow::adultId).toList());
        return rows.stream()
                .map(row -> new ContactToConfirmView(
                        row.id(),
                        row.childId(),
                        known.get(row.childId()).petName(),
                        relations.getOrDefault(row.adultId(), ""),
                        row.contactedAt().atZone(this.clock.getZone()).toInstant(),
                        ContactKind.valueOf(row.kind())))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public int waitingFor(PhoneCaller caller) {
        return rows(caller).size();
    }

    /** Says that it was so, or was not; said again it changes nothing. */
    public void confirm(PhoneCaller caller, long id, boolean asTold) {
        Long child = this.mapper.confirmable(id, caller.accountId(), cared(caller), places(caller));
        if (child == null) {
            throw Refusal.notFound("contact", id);
        }
        int said = this.mapper.confirm(
                id, caller.accountId(), as(caller, child).name(), asTold, LocalDateTime.now(this.clock));
        if (said > 0) {
            this.events.publishEvent(new DeedsChanged(List.of(child)));
            this.events.publishEvent(new ContactConfirmed(id, asTold));
        }
    }

    private List<ToConfirmRow> rows(PhoneCaller caller) {
        Set<Long> cared = cared(caller);
        Set<String> places = places(caller);
        return cared.isEmpty() && places.isEmpty()
                ? List.of()
                : this.mapper.toConfirm(
                        caller.accountId(),
                        cared,
                        places,
                        LocalDate.now(this.clock)
                                .minusWeeks(CONFIRMED_WITHIN_WEEKS)
                                .atStartOfDay());
    }

    private TieKind as(PhoneCaller caller, long child) {
        if (cared(caller).contains(child)) {
            return TieKind.CAREGIVER;
        }
        DivisionCode village = this.children
                .known(Scope.ofChildren(Set.of(child)), List.of(child))
                .get(child)
                .village();
        return caller.asStaffOf(village)
                .map(ConfirmedTie::kind)
                .orElseThrow(() -> Refusal.notFound("child", new ChildId(child).value()));
    }

    private static Set<Long> cared(PhoneCaller caller) {
        return caller.guarded().stream()
                .filter(tie -> tie.kind() == TieKind.CAREGIVER)
                .map(ConfirmedTie::childId)
                .collect(Collectors.toSet());
    }

    private static Set<String> places(PhoneCaller caller) {
        return caller.asStaff().stream().map(ConfirmedTie::divisionCode).collect(Collectors.toSet());
    }
}

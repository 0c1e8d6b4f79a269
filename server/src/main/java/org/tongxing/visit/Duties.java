package org.tongxing.visit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.child.Children;
import org.tongxing.child.KnownChild;
import org.tongxing.contract.ChildEndpoint.MyChildView;
import org.tongxing.contract.DutyEndpoint.DutyDeed;
import org.tongxing.contract.DutyEndpoint.DutyView;
import org.tongxing.contract.PhoneSessionEndpoint.TieKind;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.FamilyId;
import org.tongxing.kernel.Scope;
import org.tongxing.membership.PhoneCaller;
import org.tongxing.membership.PhoneCaller.ConfirmedTie;
import org.tongxing.obligation.NextDeed;
import org.tongxing.obligation.Obligations;
import org.tongxing.obligation.Owed;
import org.tongxing.obligation.OwedBy;
import org.tongxing.obligation.Window;
import org.tongxing.policy.Actor;
import org.tongxing.region.Divisions;

/**
 * One list for everybody of the phone side: what to do next for which child, why, and until when. What a township owes to
 * families is on the console; volunteers and caregivers owe nothing.
 */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class Duties {

    private static final int MOST = 200;

    private final Obligations obligations;
    private final Children children;
    private final Visits visits;
    private final Divisions divisions;
    private final Clock clock;

    /** What the caller's confirmed ties make him or her owe now. */
    public List<DutyView> of(PhoneCaller caller) {
        LocalDate today = LocalDate.now(this.clock);
        List<Duty> duties = caller.ties().stream()
                .flatMap(tie -> by(tie).map(by -> new Bond(tie.kind(), by)))
                .distinct()
                .flatMap(bond -> duties(bond, today))
                .sorted(Comparator.comparing((Duty duty) -> !duty.next().overdue())
                        .thenComparing(duty -> duty.next().until())
                        .thenComparing(Duty::child))
                .limit(MOST)
                .toList();
        return views(duties, today);
    }

    private Stream<Duty> duties(Bond bond, LocalDate today) {
        return this.obligations.of(bond.by(), today).stream()
                .filter(owed -> owed.child() != null)
                .flatMap(owed -> owed.action().map(next -> new Duty(bond.as(), owed, next)).stream());
    }

    private static Stream<OwedBy> by(ConfirmedTie tie) {
        return switch (tie.kind()) {
            case CADRE_FAMILY -> Stream.of(OwedBy.family(new FamilyId(tie.familyId())));
            case PARENT -> Stream.of(OwedBy.parents(new ChildId(tie.childId())));
            case CHILD_DIRECTOR -> Stream.of(OwedBy.director(new DivisionCode(tie.divisionCode())));
            case CHILD_SUPERVISOR -> Stream.of(OwedBy.township(Actor.TOWNSHIP, new DivisionCode(tie.divisionCode())));
            case CAREGIVER, VOLUNTEER -> Stream.empty();
        };
    }

    private List<DutyView> views(List<Duty> duties, LocalDate today) {
        List<Long> ids = duties.stream().map(Duty::child).distinct().toList();
        Map<Long, KnownChild> known = this.children.known(Scope.ofChildren(Set.copyOf(ids)), ids);
        Map<Long, LocalDate> last = this.visits.last(ids);
        Map<String, String> villages = this.divisions.names(
                known.values().stream().map(child -> child.village().value()).collect(Collectors.toSet()));
        return duties.stream()
                .map(duty -> {
                    KnownChild child = known.get(duty.child());
                    Owed owed = duty.owed();
                    return new DutyView(
                            new MyChildView(
                                    duty.child(),
                                    duty.as(),
                                    child.petName(),
                                    child.ageOn(today),
                                    child.sex().name(),
                                    villages.getOrDefault(child.village().value(), ""),
                                    duty.as() == TieKind.PARENT ? null : last.get(duty.child())),
                            DutyDeed.valueOf(owed.rule().deed().name()),
                            duty.next().text(),
                            duty.next().clause(),
                            owed.rule().title(),
                            duty.next().until(),
                            duty.next().overdue(),
                            owed.lastDoneOn(),
                            owed.next().map(Window::efforts).orElse(0));
                })
                .toList();
    }

    /** Somebody in particular, and as what. */
    private record Bond(TieKind as, OwedBy by) {}

    /** Something to do for a child. */
    private record Duty(TieKind as, Owed owed, NextDeed next) {

        long child() {
            return Objects.requireNonNull(this.owed.child()).value();
        }
    }
}

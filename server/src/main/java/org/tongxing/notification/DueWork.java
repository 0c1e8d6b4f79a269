package org.tongxing.notification;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.FamilyId;
import org.tongxing.membership.PhoneCaller;
import org.tongxing.obligation.Obligations;
import org.tongxing.obligation.Owed;
import org.tongxing.obligation.OwedBy;
import org.tongxing.obligation.Window;
import org.tongxing.policy.Actor;

/** How much somebody has to do soon; reckoned anew whenever something is about to be sent. */
@Component
@RequiredArgsConstructor
class DueWork {

    private final Obligations obligations;

    /** What is owed by all that the person's ties make of him or her together. */
    Due of(PhoneCaller person, LocalDate today) {
        List<Owed> waiting = person.ties().stream()
                .flatMap(tie -> by(tie).stream())
                .distinct()
                .flatMap(by -> this.obligations.of(by, today).stream())
                .filter(owed -> owed.next().isPresent())
                .toList();
        return new Due(
                waiting.size(),
                (int) waiting.stream()
                        .filter(owed -> owed.overdueSince().isPresent())
                        .count(),
                waiting.stream()
                        .flatMap(owed -> owed.next().stream())
                        .map(Window::until)
                        .min(LocalDate::compareTo)
                        .orElse(null),
                waiting.stream().allMatch(owed -> owed.by().kind() == Actor.PARENT));
    }

    private static Optional<OwedBy> by(PhoneCaller.ConfirmedTie tie) {
        return Stream.of(tie)
                .map(one -> switch (one.kind()) {
                    case CADRE_FAMILY -> OwedBy.family(new FamilyId(one.familyId()));
                    case PARENT -> OwedBy.parents(new ChildId(one.childId()));
                    case CHILD_DIRECTOR -> OwedBy.director(new DivisionCode(one.divisionCode()));
                    case CAREGIVER, VOLUNTEER, CHILD_SUPERVISOR -> null;
                })
                .filter(by -> by != null)
                .findFirst();
    }

    /**
     * How much there is to do.
     *
     * @param things what is due, overdue included
     * @param until the first day on which one of them is too late; null when nothing is due
     * @param onlyContact whether it is nothing but a parent's contact with the own children
     */
    record Due(int things, int overdue, @Nullable LocalDate until, boolean onlyContact) {}
}

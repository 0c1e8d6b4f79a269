package org.tongxing.membership;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongxing.contract.PhoneSessionEndpoint.TieKind;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.DivisionCode;

/** The person behind a request of the phone side, with the confirmed ties only. */
public record PhoneCaller(long accountId, String token, List<ConfirmedTie> ties) {

    /** The families this person visits for. */
    public Set<Long> familyIds() {
        return this.ties.stream()
                .filter(tie -> tie.kind() == TieKind.CADRE_FAMILY)
                .map(ConfirmedTie::familyId)
                .collect(Collectors.toSet());
    }

    /** The ties to children as a parent. */
    public List<ConfirmedTie> asParent() {
        return this.ties.stream().filter(tie -> tie.kind() == TieKind.PARENT).toList();
    }

    /** The tie to a child as a parent or as whoever looks after it at home. */
    public Optional<ConfirmedTie> asGuardian(ChildId child) {
        return guarded().stream().filter(tie -> tie.childId() == child.value()).findFirst();
    }

    /** The ties to children as a parent or as whoever looks after them at home. */
    public List<ConfirmedTie> guarded() {
        return this.ties.stream()
                .filter(tie -> tie.kind() == TieKind.PARENT || tie.kind() == TieKind.CAREGIVER)
                .toList();
    }

    /** The ties to whole villages or townships, as a child director or supervisor. */
    public List<ConfirmedTie> asStaff() {
        return this.ties.stream().filter(ConfirmedTie::isStaff).toList();
    }

    /** The tie by which somebody answers for a village. */
    public Optional<ConfirmedTie> asStaffOf(DivisionCode village) {
        return asStaff().stream()
                .filter(tie -> village.value().startsWith(tie.divisionCode()))
                .findFirst();
    }

    public boolean isVolunteer() {
        return this.ties.stream().anyMatch(tie -> tie.kind() == TieKind.VOLUNTEER);
    }

    /** A tie a responsible person has confirmed; ids that do not apply to the kind are zero. */
    public record ConfirmedTie(
            long id,
            TieKind kind,
            long familyId,
            long adultId,
            long childId,
            String divisionCode,
            @Nullable String name) {

        boolean isStaff() {
            return this.kind == TieKind.CHILD_DIRECTOR || this.kind == TieKind.CHILD_SUPERVISOR;
        }
    }
}

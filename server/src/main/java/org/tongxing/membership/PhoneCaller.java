package org.tongxing.membership;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tongxing.contract.PhoneSessionEndpoint.TieKind;

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

    public boolean isVolunteer() {
        return this.ties.stream().anyMatch(tie -> tie.kind() == TieKind.VOLUNTEER);
    }

    /** A tie a responsible person has confirmed; ids that do not apply to the kind are zero. */
    public record ConfirmedTie(long id, TieKind kind, long familyId, long adultId, long childId, String divisionCode) {}
}

package org.tongxing.membership.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongxing.child.Access;
import org.tongxing.child.Masks;
import org.tongxing.contract.PhoneSessionEndpoint.TieKind;
import org.tongxing.contract.PhoneSessionEndpoint.TieState;
import org.tongxing.membership.Tie;

/** Ties as the console shows them: names and numbers masked. */
final class MembershipViews {

    private MembershipViews() {}

    /** One page of ties, and how many stand where. */
    record MembershipsView(List<MembershipView> rows, long total, Map<TieState, Long> counts) {}

    /** A tie with what to check before confirming it. */
    record MembershipView(
            long id,
            TieKind kind,
            TieState state,
            Tie.Source source,
            @Nullable String personName,
            @Nullable String relation,
            @Nullable Access access,
            @Nullable String unitName,
            @Nullable Long childId,
            @Nullable String childName,
            String placeName,
            @Nullable String phoneOnFile,
            @Nullable String phoneVerified,
            boolean sameNumber,
            Set<Tie.Warning> warnings,
            LocalDateTime requestedAt,
            @Nullable String decidedBy,
            @Nullable LocalDateTime decidedAt,
            @Nullable String endedBy,
            @Nullable LocalDateTime endedAt,
            @Nullable String reason) {

        static MembershipView of(Tie tie, Map<Long, String> names) {
            // What a volunteer gave as a name is no name on file, and is needed to call the person by it.
            boolean own = tie.kind() == TieKind.VOLUNTEER;
            return new MembershipView(
                    tie.id(),
                    tie.kind(),
                    tie.state(),
                    tie.source(),
                    tie.personName() == null || own ? tie.personName() : Masks.name(tie.personName()),
                    tie.relation(),
                    tie.access(),
                    tie.unitName(),
                    tie.childId(),
                    tie.childName() == null ? null : Masks.name(tie.childName()),
                    tie.placeName(),
                    Masks.phone(tie.phoneOnFile()),
                    Masks.phone(tie.phoneVerified()),
                    tie.phoneOnFile() != null && Objects.equals(tie.phoneOnFile(), tie.phoneVerified()),
                    tie.warnings(),
                    tie.requestedAt(),
                    tie.decidedBy() == null ? null : names.get(tie.decidedBy()),
                    tie.decidedAt(),
                    tie.endedBy() == null ? null : names.get(tie.endedBy()),
                    tie.endedAt(),
                    tie.reason());
        }
    }

    /** What the numbers are wanted for. */
    record NumbersRequest(@NotBlank @Size(max = 100) String purpose) {}

    /** The person and the numbers, unmasked once. */
    record NumbersView(
            @Nullable String personName,
            @Nullable String phoneOnFile,
            @Nullable String phoneVerified) {}
}

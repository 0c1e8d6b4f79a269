package org.tongxing.pairing;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.child.Children;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.FamilyId;
import org.tongxing.kernel.PairingId;
import org.tongxing.kernel.Scope;
import org.tongxing.kernel.Sex;

/** Everything that was tried, held and taken back for one child, with who decided what. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class PairingHistory {

    private final PairingHistoryMapper mapper;
    private final PairingMapper episodes;
    private final Children children;

    /** All episodes and requests of a child, the latest first. */
    public List<Step> of(Scope scope, ChildId child) {
        this.children.get(scope, child);
        Map<Long, List<Allowed>> waivers = this.mapper.waivers(scope, child.value()).stream()
                .collect(Collectors.groupingBy(
                        PairingHistoryMapper.WaiverRow::pairingId,
                        Collectors.mapping(
                                row -> new Allowed(row.clause(), row.reason(), row.expiresOn(), row.approvedBy()),
                                Collectors.toList())));
        return this.mapper.steps(scope, child.value()).stream()
                .map(row -> step(row, waivers.getOrDefault(row.id(), List.of())))
                .toList();
    }

    /** All episodes of a family with children of the scope, the newest first. */
    public List<Episode> ofFamily(Scope scope, FamilyId family) {
        return this.episodes.ofFamilyIn(scope, family.value()).stream()
                .map(Episode::of)
                .toList();
    }

    private static Step step(PairingHistoryMapper.StepRow row, List<Allowed> waivers) {
        Pairing.Status status = Pairing.Status.valueOf(row.status());
        return new Step(
                new PairingId(row.id()),
                new FamilyId(row.familyId()),
                row.cadreName(),
                Sex.valueOf(row.cadreSex()),
                row.unitName(),
                row.startsOn(),
                row.endsOn(),
                status,
                row.endReason() == null ? null : Pairing.EndReason.valueOf(row.endReason()),
                row.handOver(),
                row.pairedBy(),
                row.pairedAt(),
                row.endedBy(),
                row.decision(),
                status == Pairing.Status.ACTIVE ? row.pairedAt().plus(Pairing.UNDO) : null,
                waivers);
    }

    /**
     * One episode, or the request for one.
     *
     * @param undoUntil until when it can still be taken back; null when it does not hold
     * @param decision why a request was rejected
     */
    public record Step(
            PairingId id,
            FamilyId family,
            String cadreName,
            Sex cadreSex,
            String unitName,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            Pairing.Status status,
            Pairing.@Nullable EndReason endReason,
            @Nullable String handOver,
            @Nullable Long pairedBy,
            LocalDateTime pairedAt,
            @Nullable Long endedBy,
            @Nullable String decision,
            @Nullable LocalDateTime undoUntil,
            List<Allowed> waivers) {}

    /** What was asked to be waived, why, until when, and who allowed it; nobody yet when null. */
    public record Allowed(
            String clause,
            String reason,
            LocalDate until,
            @Nullable Long approvedBy) {}
}

package org.tongxing.pairing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.child.CaseFile;
import org.tongxing.child.Children;
import org.tongxing.contract.ProblemCode;
import org.tongxing.helper.CadreFamily;
import org.tongxing.helper.Helpers;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.FamilyId;
import org.tongxing.kernel.PairingId;
import org.tongxing.kernel.Scope;
import org.tongxing.policy.Finding;
import org.tongxing.problem.Refusal;

/** Begins and ends pairings, and knows who is paired with whom. */
@Service
@Transactional
@RequiredArgsConstructor
public class Pairings {

    private final PairingMapper mapper;
    private final Children children;
    private final Helpers helpers;
    private final Constraints constraints;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /**
     * Pairs a child with a family. What cannot be waived is refused, naming every broken clause; what is waived, with a reason and an expiry, waits for another person.
     */
    public Pairing pair(
            Caller caller, ChildId childId, FamilyId familyId, LocalDate startsOn, Collection<Waiver> waivers) {
        mayArrange(caller);
        CaseFile child = this.children.get(caller.scope(), childId);
        this.helpers.get(caller.scope(), familyId);
        this.mapper.lockChild(childId.value());
        requireFree(childId, startsOn);
        List<Finding> toWaive = broken(caller.scope(), child, familyId, startsOn);
        Map<String, Waiver> given = waivers.stream()
                .filter(waiver -> waiver.until().isAfter(startsOn))
                .collect(Collectors.toMap(Waiver::clause, waiver -> waiver, (one, other) -> other));
        List<String> unwaived = toWaive.stream()
                .map(Finding::clause)
                .filter(clause -> !given.containsKey(clause))
                .toList();
        if (!unwaived.isEmpty()) {
            throw new Refusal(ProblemCode.PAIRING_BREAKS_A_RULE, Map.of("clauses", unwaived, "waivable", true));
        }
        if (toWaive.isEmpty()) {
            Pairing pairing = Pairing.begin(childId, familyId, startsOn, caller, now());
            write(() -> this.mapper.insert(pairing), childId, ProblemCode.CHILD_ALREADY_PAIRED);
            announce(child);
            return pairing;
        }
        Pairing request = Pairing.request(childId, familyId, startsOn, caller, now());
        write(() -> this.mapper.insert(request), childId, ProblemCode.REQUEST_WAITING);
        toWaive.stream()
                .map(Finding::clause)
                .distinct()
                .forEach(clause -> this.mapper.insertWaiver(
                        Objects.requireNonNull(request.getId()), Objects.requireNonNull(given.get(clause))));
        return request;
    }

    /** Lets what another person asked for begin; everything else is checked again. */
    public Pairing approve(Caller caller, PairingId id) {
        mayArrange(caller);
        Pairing pairing = get(caller.scope(), id);
        ChildId childId = new ChildId(pairing.getChildId());
        CaseFile child = this.children.get(caller.scope(), childId);
        this.mapper.lockChild(childId.value());
        pairing.approve(caller, now());
        requireFree(childId, pairing.getStartsOn());
        Set<String> waived = this.mapper.waiversAsked(caller.scope()).stream()
                .filter(row -> row.pairingId() == id.value())
                .map(PairingMapper.WaiverRow::clause)
                .collect(Collectors.toSet());
        List<String> news =
                broken(caller.scope(), child, new FamilyId(pairing.getFamilyId()), pairing.getStartsOn()).stream()
                        .map(Finding::clause)
                        .filter(clause -> !waived.contains(clause))
                        .toList();
        if (!news.isEmpty()) {
            throw new Refusal(ProblemCode.PAIRING_BREAKS_A_RULE, Map.of("clauses", news, "waivable", true));
        }
        write(() -> this.mapper.save(pairing), childId, ProblemCode.CHILD_ALREADY_PAIRED);
        this.mapper.approveWaivers(id.value(), caller.accountId());
        announce(child);
        return pairing;
    }

    /** Declines what another person asked for. */
    public void reject(Caller caller, PairingId id, String reason) {
        mayArrange(caller);
        Pairing pairing = get(caller.scope(), id);
        this.children.get(caller.scope(), new ChildId(pairing.getChildId()));
        pairing.reject(caller, now(), reason);
        this.mapper.save(pairing);
    }

    /** What waits for another person in a place, the oldest first. */
    @Transactional(readOnly = true)
    public List<PairingRequest> waiting(Scope scope) {
        if (scope.unitId() != null) {
            return List.of();
        }
        Map<Long, List<Waiver>> waivers = this.mapper.waiversAsked(scope).stream()
                .collect(Collectors.groupingBy(
                        PairingMapper.WaiverRow::pairingId,
                        Collectors.mapping(
                                row -> new Waiver(row.clause(), row.reason(), row.expiresOn()), Collectors.toList())));
        return this.mapper.requests(scope).stream()
                .map(row -> PairingRequest.of(row, waivers.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private static void mayArrange(Caller caller) {
        if (!caller.role().arranges()) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
    }

    private void requireFree(ChildId child, LocalDate startsOn) {
        if (this.mapper.countOverlaps(child.value(), startsOn) > 0) {
            throw new Refusal(ProblemCode.CHILD_ALREADY_PAIRED, Map.of("childId", child.value()));
        }
    }

    /** What another person would have to waive; refused when something is broken that nobody can. */
    private List<Finding> broken(Scope scope, CaseFile child, FamilyId familyId, LocalDate startsOn) {
        CadreFamily family = this.helpers.get(scope, familyId);
        this.mapper.lockFamily(familyId.value());
        List<Finding> findings = this.constraints.findings(
                this.constraints.rules(child.village(), startsOn),
                this.constraints.side(scope, child, startsOn, null),
                family,
                this.mapper.load(familyId.value()),
                startsOn);
        if (findings.stream().anyMatch(Constraints::blocks)) {
            throw new Refusal(
                    ProblemCode.PAIRING_BREAKS_A_RULE,
                    Map.of(
                            "clauses",
                            findings.stream()
                                    .filter(Constraints::blocks)
                                    .map(Finding::clause)
                                    .toList()));
        }
        return findings.stream().filter(Constraints::needsWaiver).toList();
    }

    /** The database has the last word on two that come at once. */
    private static void write(Runnable write, ChildId child, ProblemCode taken) {
        try {
            write.run();
        } catch (DuplicateKeyException duplicate) {
            throw new Refusal(taken, Map.of("childId", child.value()));
        }
    }

    /** Ends an episode with a reason and a note for whoever comes next. */
    public void end(Caller caller, PairingId id, LocalDate on, Pairing.EndReason reason, @Nullable String handOver) {
        mayArrange(caller);
        Pairing pairing = get(caller.scope(), id);
        CaseFile child = this.children.get(caller.scope(), new ChildId(pairing.getChildId()));
        pairing.end(on, reason, handOver, caller.accountId(), now());
        this.mapper.save(pairing);
        announce(child);
    }

    /** Ends what a family still has, because it left; its children wait for another family. */
    void release(FamilyId family, LocalDate on, long by) {
        for (PairingMapper.EpisodeRow row : this.mapper.activeOf(family.value())) {
            this.mapper.lockChild(row.childId());
            Pairing pairing = get(Scope.everywhere(), new PairingId(row.id()));
            pairing.end(on, Pairing.EndReason.HELPER_LEFT, null, by, now());
            this.mapper.save(pairing);
            this.events.publishEvent(new PairingChanged(new ChildId(row.childId()), row.villageCode()));
        }
    }

    /** Takes back a pairing made by mistake, within ten minutes; the family it replaced goes on as before. */
    public void undo(Caller caller, PairingId id) {
        mayArrange(caller);
        Pairing pairing = get(caller.scope(), id);
        CaseFile child = this.children.get(caller.scope(), new ChildId(pairing.getChildId()));
        pairing.undo(caller.accountId(), now());
        this.mapper.save(pairing);
        if (pairing.getReplaces() != null && this.mapper.goOn(pairing.getReplaces()) != 1) {
            throw new Refusal(ProblemCode.STALE);
        }
        announce(child);
    }

    /** The episodes a family answers for now. */
    @Transactional(readOnly = true)
    public List<Episode> activeOf(FamilyId family) {
        return this.mapper.activeOf(family.value()).stream().map(Episode::of).toList();
    }

    /** How many children a family has now. */
    @Transactional(readOnly = true)
    public int load(FamilyId family) {
        return this.mapper.load(family.value());
    }

    /** All episodes, past and present, of the children of a scope, in one query. */
    @Transactional(readOnly = true)
    public List<Episode> in(Scope scope) {
        return this.mapper.in(scope).stream().map(Episode::of).toList();
    }

    /** All episodes of the family of a phone, the newest first. */
    @Transactional(readOnly = true)
    public List<Episode> ofFamily(FamilyId family) {
        return this.mapper.ofFamily(family.value()).stream().map(Episode::of).toList();
    }

    /** The days on which the allowed waivers of a scope's active pairings expire, by pairing and clause. */
    @Transactional(readOnly = true)
    public Map<PairingId, Map<String, LocalDate>> waiversIn(Scope scope) {
        return this.mapper.waiversIn(scope).stream()
                .collect(Collectors.groupingBy(
                        row -> new PairingId(row.pairingId()),
                        Collectors.toMap(
                                PairingMapper.WaiverRow::clause,
                                PairingMapper.WaiverRow::expiresOn,
                                (one, other) -> one.isAfter(other) ? one : other)));
    }

    /** Children of a scope for whom a pairing waits for another person. */
    @Transactional(readOnly = true)
    public Set<ChildId> requested(Scope scope) {
        return this.mapper.requests(scope).stream()
                .map(row -> new ChildId(row.childId()))
                .collect(Collectors.toSet());
    }

    /** How many children each family of a scope has now. */
    @Transactional(readOnly = true)
    public Map<FamilyId, Integer> loads(Scope scope) {
        return this.mapper.loads(scope).stream()
                .collect(Collectors.toMap(row -> new FamilyId(row.familyId()), PairingMapper.LoadRow::children));
    }

    private Pairing get(Scope scope, PairingId id) {
        Pairing pairing = this.mapper.find(scope, id.value());
        if (pairing == null) {
            throw Refusal.notFound("pairing", id.value());
        }
        return pairing;
    }

    private void announce(CaseFile child) {
        this.events.publishEvent(new PairingChanged(child.id(), child.village().value()));
    }

    private LocalDateTime now() {
        return LocalDateTime.now(this.clock);
    }
}

package org.tongxing.child;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.contract.ProblemCode;
import org.tongxing.crypto.Vault;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import org.tongxing.persistence.Page;
import org.tongxing.persistence.Paging;
import org.tongxing.policy.Adoptions;
import org.tongxing.policy.ChildFacts;
import org.tongxing.policy.RiskTier;
import org.tongxing.policy.TierInterval;
import org.tongxing.policy.TierJudge;
import org.tongxing.problem.Refusal;

/**
 * 风险等级: raised by the facts or by whoever is worried, lowered only by a person who arranges the work, with a reason.
 * Never for a phone of a family, a parent or a volunteer.
 */
@Service
@Transactional
@RequiredArgsConstructor
@Clause("GD-24")
public class RiskTiers {

    private final TierMapper mapper;
    private final ChildMapper facts;
    private final Children children;
    private final Categories categories;
    private final Adoptions adoptions;
    private final Vault vault;
    private final Clock clock;

    /** How a child of the scope stands today. */
    @Transactional(readOnly = true)
    public RiskStanding standing(Scope scope, ChildId id) {
        CaseFile file = this.children.get(scope, id);
        LocalDate today = LocalDate.now(this.clock);
        ChildFacts known = new ChildFacts(
                file.birthOn(), file.sex(), StoredFacts.of(this.facts.facts(scope, id.value()), file.village()));
        List<TierInterval> tiers = intervals(scope, id);
        TierMapper.EntryRow entry = this.mapper.entry(scope, id.value());
        return new RiskStanding(
                on(tiers, today),
                TierJudge.proposals(this.adoptions.rules(file.village(), today), known, today),
                tiers.stream()
                        .filter(one -> !one.startsOn().isAfter(today))
                        .sorted(Comparator.comparing(TierInterval::startsOn).reversed())
                        .toList(),
                this.mapper.decisions(scope, id.value()).stream()
                        .sorted(Comparator.comparing(TierMapper.DecisionRow::decidedAt)
                                .reversed())
                        .map(this::decision)
                        .toList(),
                entry == null ? null : new RiskStanding.Entry(entry.tier(), entry.enteredBy(), entry.enteredAt()));
    }

    /**
     * Puts a child into a tier.
     *
     * @param byTeam assessed by people the township called together [GD-26]
     * @throws Refusal ROLE_MAY_NOT to a unit, and to whoever lowers without arranging the work; REASON_NEEDED
     */
    @Clause("GD-26")
    public void decide(Caller caller, ChildId id, RiskTier tier, @Nullable String reason, boolean byTeam) {
        if (!caller.role().seesRisk()) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
        CaseFile file = this.children.get(caller.scope(), id);
        RiskTier before = lockedTier(caller.scope(), id);
        boolean lowers = before != null && before.isAbove(tier);
        if (lowers && !caller.role().arranges()) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
        if (lowers && (reason == null || reason.isBlank())) {
            throw new Refusal(ProblemCode.REASON_NEEDED);
        }
        decided(file, before, tier, reason, byTeam, caller.accountId());
    }

    /** Raises the tier because something happened, such as an alarm; a child that is as high or higher stays there. */
    @Clause("GD-17")
    public void raise(ChildId id, RiskTier to, String reason) {
        Scope only = Scope.ofChildren(Set.of(id.value()));
        CaseFile file = this.children.get(only, id);
        RiskTier before = lockedTier(only, id);
        if (before == null || to.isAbove(before)) {
            decided(file, before, to, reason, false, null);
        }
    }

    /** Records that today's tier has been put into the national register. */
    @Clause("GD-25")
    public void enter(Caller caller, ChildId id) {
        if (!caller.role().seesRisk()) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
        this.children.get(caller.scope(), id);
        RiskTier tier = lockedTier(caller.scope(), id);
        if (tier == null) {
            throw new Refusal(ProblemCode.INVALID_REQUEST);
        }
        this.mapper.enter(id.value(), tier, caller.accountId(), now());
    }

    /** The tiers of all children of a scope that hold on or after a day, in one query. */
    @Transactional(readOnly = true)
    public Map<ChildId, List<TierInterval>> in(Scope scope, LocalDate from) {
        return this.mapper.in(scope, from).stream()
                .collect(Collectors.groupingBy(
                        row -> new ChildId(row.childId()), Collectors.mapping(Tiers::interval, Collectors.toList())));
    }

    /** The children of a scope by tier, the highest first and in it the longest. */
    @Transactional(readOnly = true)
    public Page<Graded> graded(Scope scope, @Nullable RiskTier tier, LocalDate on, Paging paging) {
        Map<RiskTier, Integer> counts = counts(scope, on);
        return new Page<>(
                this.mapper.page(scope, tier, on, paging.size(), paging.offset()).stream()
                        .map(row -> new Graded(
                                new ChildId(row.id()),
                                row.name(),
                                row.birthOn(),
                                new DivisionCode(row.villageCode()),
                                row.tier(),
                                row.basis(),
                                row.why(),
                                row.startsOn()))
                        .toList(),
                tier == null
                        ? counts.values().stream().mapToInt(Integer::intValue).sum()
                        : counts.getOrDefault(tier, 0));
    }

    /** How many children of a scope are in each tier. */
    @Transactional(readOnly = true)
    public Map<RiskTier, Integer> counts(Scope scope, LocalDate on) {
        Map<RiskTier, Integer> counts = new EnumMap<>(RiskTier.class);
        this.mapper.counts(scope, on).forEach(count -> counts.put(count.tier(), count.children()));
        return counts;
    }

    private @Nullable RiskTier lockedTier(Scope scope, ChildId id) {
        this.mapper.lock(id.value());
        TierInterval now = on(intervals(scope, id), LocalDate.now(this.clock));
        return now == null ? null : now.tier();
    }

    private void decided(
            CaseFile file,
            @Nullable RiskTier before,
            RiskTier tier,
            @Nullable String reason,
            boolean byTeam,
            @Nullable Long by) {
        this.mapper.decide(
                file.id().value(),
                new TierMapper.DecisionRow(
                        tier,
                        before,
                        reason == null || reason.isBlank() ? null : this.vault.seal(reason.strip()),
                        byTeam,
                        by,
                        now()));
        this.categories.derive(file.id().value(), file.birthOn(), file.sex(), file.village());
    }

    private List<TierInterval> intervals(Scope scope, ChildId id) {
        return this.mapper.of(scope, id.value()).stream().map(Tiers::interval).toList();
    }

    private static @Nullable TierInterval on(List<TierInterval> tiers, LocalDate day) {
        return tiers.stream().filter(one -> one.holdsOn(day)).findFirst().orElse(null);
    }

    private RiskStanding.Decision decision(TierMapper.DecisionRow row) {
        return new RiskStanding.Decision(
                row.tier(),
                row.previous(),
                this.vault.open(row.reasonSealed()),
                row.byTeam(),
                row.decidedBy(),
                row.decidedAt());
    }

    private LocalDateTime now() {
        return LocalDateTime.now(this.clock);
    }

    /** A child in a list of supervisors. */
    public record Graded(
            ChildId id,
            String name,
            LocalDate birthOn,
            DivisionCode village,
            RiskTier tier,
            String basis,
            String why,
            LocalDate since) {}
}

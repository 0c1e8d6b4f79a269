package org.tongxing.child;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import org.tongxing.policy.Adoptions;
import org.tongxing.policy.CategoryInterval;
import org.tongxing.policy.ChildFacts;
import org.tongxing.policy.RiskFacts;
import org.tongxing.policy.TierDecision;
import org.tongxing.policy.TierInterval;
import org.tongxing.policy.TierJudge;

/** Keeps the risk tiers of children as dated intervals, derived again whenever facts, rules or decisions change. */
@Component
@RequiredArgsConstructor
class Tiers {

    private static final int GROWN_UP = 18;
    private static final int ROWS_PER_INSERT = 500;

    private final TierMapper mapper;
    private final Adoptions adoptions;

    /** Derives the tiers of one child again, and keeps them. */
    void derive(long id, RiskFacts facts, List<CategoryInterval> categories, DivisionCode village) {
        List<TierDecision> decisions = this.mapper.decisions(Scope.of(village), id).stream()
                .map(row -> new TierDecision(row.tier(), row.decidedAt()))
                .toList();
        this.mapper.clear(id);
        keep(intervals(facts, decisions, categories, village).stream()
                .map(one -> row(id, one))
                .toList());
    }

    /** The tiers of a child that nobody has decided about yet. */
    List<TierInterval> ofNewcomer(
            ChildFacts facts, List<CategoryInterval> categories, DivisionCode village, LocalDateTime now) {
        return intervals(
                new RiskFacts(
                        facts.birthOn(),
                        facts.sex(),
                        facts.facts().stream()
                                .map(fact -> new RiskFacts.Known(fact, now))
                                .toList()),
                List.of(),
                categories,
                village);
    }

    void keep(List<TierMapper.TierRow> rows) {
        for (int from = 0; from < rows.size(); from += ROWS_PER_INSERT) {
            this.mapper.insert(rows.subList(from, Math.min(rows.size(), from + ROWS_PER_INSERT)));
        }
    }

    static TierMapper.TierRow row(long id, TierInterval one) {
        return new TierMapper.TierRow(id, one.tier(), one.basis(), one.why(), one.startsOn(), one.endsOn());
    }

    static TierInterval interval(TierMapper.TierRow row) {
        return new TierInterval(row.tier(), row.basis(), row.why(), row.startsOn(), row.endsOn());
    }

    private List<TierInterval> intervals(
            RiskFacts facts, List<TierDecision> decisions, List<CategoryInterval> categories, DivisionCode village) {
        LocalDate birth = facts.birthOn();
        return new TierJudge(facts, decisions, categories, this.adoptions, village)
                .intervals(birth, birth.plusYears(GROWN_UP));
    }
}

package org.tongxing.child;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tongxing.kernel.ClauseId;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import org.tongxing.kernel.Sex;
import org.tongxing.policy.Adoptions;
import org.tongxing.policy.CategoryInterval;
import org.tongxing.policy.CategoryJudge;
import org.tongxing.policy.ChildFacts;
import org.tongxing.policy.RiskFacts;

/** Keeps what the rules say of a child as dated intervals, derived again whenever facts or rules change. */
@Component
@RequiredArgsConstructor
class Categories {

    private static final int GROWN_UP = 18;

    private final ChildMapper mapper;
    private final Tiers tiers;
    private final Adoptions adoptions;

    /** Derives the intervals of one child again, its risk tiers with them, and keeps them. */
    void derive(long id, LocalDate birthOn, Sex sex, DivisionCode village) {
        this.mapper.clearCategories(id);
        List<ChildMapper.FactRow> rows = this.mapper.facts(Scope.of(village), id);
        ChildFacts facts = new ChildFacts(birthOn, sex, StoredFacts.of(rows, village));
        List<CategoryInterval> derived = intervals(facts, village);
        this.tiers.derive(id, new RiskFacts(birthOn, sex, StoredFacts.known(rows, village)), derived, village);
        derived.forEach(interval -> this.mapper.insertCategory(
                id,
                interval.category(),
                interval.clauses().stream().map(ClauseId::toString).collect(Collectors.joining(",")),
                interval.startsOn(),
                interval.endsOn()));
    }

    /** What the rules of a village say of a child, from birth until it is of age. */
    List<CategoryInterval> intervals(ChildFacts facts, DivisionCode village) {
        LocalDate birthOn = facts.birthOn();
        return CategoryJudge.intervals(facts, this.adoptions, village, birthOn, birthOn.plusYears(GROWN_UP));
    }

    /** What is derived for a child of the scope. */
    List<CategoryInterval> of(Scope scope, long child) {
        return this.mapper.categories(scope, child).stream()
                .map(Categories::interval)
                .toList();
    }

    static CategoryInterval interval(ChildMapper.CategoryRow row) {
        List<ClauseId> clauses =
                List.of(row.clause().split(",")).stream().map(ClauseId::of).toList();
        return new CategoryInterval(row.category(), clauses, row.startsOn(), row.endsOn());
    }
}

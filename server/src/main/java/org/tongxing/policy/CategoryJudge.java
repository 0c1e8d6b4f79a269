package org.tongxing.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.ClauseId;
import org.tongxing.kernel.DivisionCode;

/** Says which categories a child is in, on a day or from day to day. A pure function of the facts and the rules. */
@Clause("JB-06")
public final class CategoryJudge {

    private final AdoptedRules rules;

    public CategoryJudge(AdoptedRules rules) {
        this.rules = rules;
    }

    /** One verdict for each category in force. */
    public List<CategoryVerdict> judge(ChildFacts facts, LocalDate on) {
        View view = View.of(facts, this.rules);
        return this.rules.categories().stream()
                .map(category -> verdict(view, category, on))
                .toList();
    }

    /** The categories from day to day; a child may be in several at once. */
    public List<CategoryInterval> intervals(ChildFacts facts, LocalDate from, LocalDate to) {
        View view = View.of(facts, this.rules);
        return this.rules.categories().stream()
                .flatMap(category -> intervals(view, category, from, to).stream())
                .sorted(Comparator.comparing(CategoryInterval::startsOn).thenComparing(CategoryInterval::category))
                .toList();
    }

    /** The same for a region whose rules may change in between. */
    public static List<CategoryInterval> intervals(
            ChildFacts facts, Adoptions adoptions, DivisionCode division, LocalDate from, LocalDate to) {
        List<CategoryInterval> pieces = new ArrayList<>();
        NavigableSet<LocalDate> changes = adoptions.changes(division);
        LocalDate start = from;
        while (start.isBefore(to)) {
            LocalDate change = changes.higher(start);
            LocalDate end = change == null || change.isAfter(to) ? to : change;
            pieces.addAll(new CategoryJudge(adoptions.rules(division, start)).intervals(facts, start, end));
            start = end;
        }
        pieces.sort(Comparator.comparing(CategoryInterval::category).thenComparing(CategoryInterval::startsOn));
        return joined(pieces).stream()
                .sorted(Comparator.comparing(CategoryInterval::startsOn).thenComparing(CategoryInterval::category))
                .toList();
    }

    private List<CategoryInterval> intervals(View view, String category, LocalDate from, LocalDate to) {
        List<CategoryInterval> pieces = new ArrayList<>();
        if (!from.isBefore(to)) {
            return pieces;
        }
        NavigableSet<LocalDate> starts =
                new TreeSet<>(turningDays(view, category).subSet(from, to));
        starts.add(from);
        for (LocalDate start : starts) {
            List<ClauseId> clauses = clauses(view, category, start);
            if (!clauses.isEmpty()) {
                LocalDate next = starts.higher(start);
                pieces.add(new CategoryInterval(category, clauses, start, next == null ? to : next));
            }
        }
        return joined(pieces);
    }

    private NavigableSet<LocalDate> turningDays(View view, String category) {
        NavigableSet<LocalDate> days = new TreeSet<>(view.boundaries());
        this.rules.defining(category).stream()
                .flatMap(clause -> clause.meaning().when().turningDays(view))
                .forEach(days::add);
        return days;
    }

    private CategoryVerdict verdict(View view, String category, LocalDate on) {
        List<ClauseId> clauses = clauses(view, category, on);
        if (!clauses.isEmpty()) {
            List<RuleClause> read =
                    clauses.stream().flatMap(id -> this.rules.find(id).stream()).toList();
            return new CategoryVerdict(category, clauses, true, Reasons.holding(read));
        }
        List<RuleClause> defining = this.rules.defining(category);
        RuleClause first = defining.get(0);
        String reason = defining.stream()
                .map(clause -> clause.meaning().when().refusal(view, on))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(first.meaning().otherwise());
        return new CategoryVerdict(category, List.of(first.id()), false, Reasons.naming(reason, first.id()));
    }

    /** The clauses by which the child is in the category, the category's own first; none if it is not. */
    private List<ClauseId> clauses(View view, String category, LocalDate on) {
        return this.rules.defining(category).stream()
                .filter(clause -> clause.meaning().when().holds(view, on))
                .flatMap(clause -> Stream.concat(
                        Stream.of(clause.id()), clause.meaning().when().grounds(view, on)))
                .distinct()
                .toList();
    }

    private static List<CategoryInterval> joined(List<CategoryInterval> pieces) {
        List<CategoryInterval> joined = new ArrayList<>();
        for (CategoryInterval piece : pieces) {
            CategoryInterval last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && piece.continues(last)) {
                joined.set(
                        joined.size() - 1,
                        new CategoryInterval(piece.category(), piece.clauses(), last.startsOn(), piece.endsOn()));
            } else {
                joined.add(piece);
            }
        }
        return joined;
    }
}

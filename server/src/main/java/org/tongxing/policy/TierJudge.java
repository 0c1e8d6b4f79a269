package org.tongxing.policy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.DivisionCode;

/**
 * Says which risk tier a child is in from day to day: as high as the facts put it, as high as a person put it, and never
 * lower by itself. When a situation ends the tier stays, until a person who has looked lowers it. What that person knew of
 * no longer raises it; whatever is learned later does, even if it began before. A pure function.
 */
@Clause("GD-24")
public final class TierJudge {

    private static final Comparator<TierProposal> HIGHEST_FIRST =
            Comparator.comparing(TierProposal::tier).thenComparing(TierProposal::clause);

    private final RiskFacts facts;
    private final List<TierDecision> decisions;
    private final List<CategoryInterval> categories;
    private final Adoptions adoptions;
    private final DivisionCode division;
    private final Map<LocalDate, AdoptedRules> rules = new HashMap<>();
    private final NavigableSet<LocalDate> changes;

    /**
     * @param decisions in the order in which they were taken
     * @param categories of the child, because children of any category are in the lowest tier at least
     */
    public TierJudge(
            RiskFacts facts,
            List<TierDecision> decisions,
            List<CategoryInterval> categories,
            Adoptions adoptions,
            DivisionCode division) {
        this.facts = facts;
        this.decisions = List.copyOf(decisions);
        this.categories = List.copyOf(categories);
        this.adoptions = adoptions;
        this.division = division;
        this.changes = adoptions.changes(division);
    }

    /** The situations that hold on a day, the highest tier first. */
    public static List<TierProposal> proposals(AdoptedRules rules, ChildFacts facts, LocalDate on) {
        View view = View.of(facts, rules);
        return rules.grading().stream()
                .flatMap(clause -> Stream.ofNullable(clause.tier())
                        .flatMap(tier -> tier.triggers().stream()
                                .filter(trigger -> trigger.when().holds(view, on))
                                .map(trigger -> new TierProposal(tier.tier(), clause.id(), trigger.name()))))
                .sorted(HIGHEST_FIRST)
                .toList();
    }

    /** The tiers on the days {@code [from, to)}; none where nobody and no rule book says anything. */
    public List<TierInterval> intervals(LocalDate from, LocalDate to) {
        List<TierInterval> intervals = new ArrayList<>();
        Standing standing = new Standing();
        List<LocalDate> days = new ArrayList<>(turningDays(from, to));
        for (int i = 0; i < days.size(); i++) {
            LocalDate day = days.get(i);
            standing.turn(day);
            LocalDate next = i + 1 < days.size() ? days.get(i + 1) : to;
            if (standing.tier != null) {
                append(intervals, new TierInterval(standing.tier, standing.basis, standing.why, day, next));
            }
        }
        return intervals;
    }

    private NavigableSet<LocalDate> turningDays(LocalDate from, LocalDate to) {
        NavigableSet<LocalDate> days = new TreeSet<>(this.changes);
        days.add(from);
        this.decisions.forEach(decision -> days.add(decision.at().toLocalDate()));
        this.categories.forEach(held -> {
            days.add(held.startsOn());
            days.add(held.endsOn());
        });
        ChildFacts all = this.facts.all();
        days.addAll(all.boundaries());
        Stream.concat(Stream.of(from), this.changes.stream())
                .filter(day -> !day.isBefore(from) && day.isBefore(to))
                .map(this::rulesOn)
                .distinct()
                .forEach(one -> {
                    View view = View.of(all, one);
                    one.grading().stream()
                            .flatMap(clause -> Stream.ofNullable(clause.tier()))
                            .flatMap(tier -> tier.triggers().stream())
                            .flatMap(trigger -> trigger.when().turningDays(view))
                            .forEach(days::add);
                });
        return from.isBefore(to) ? days.subSet(from, true, to, false) : new TreeSet<>();
    }

    private AdoptedRules rulesOn(LocalDate day) {
        LocalDate since = this.changes.floor(day);
        return this.rules.computeIfAbsent(
                since == null ? LocalDate.MIN : since, any -> this.adoptions.rules(this.division, day));
    }

    private static void append(List<TierInterval> intervals, TierInterval next) {
        TierInterval last = intervals.isEmpty() ? null : intervals.get(intervals.size() - 1);
        if (last != null
                && last.endsOn().equals(next.startsOn())
                && last.tier() == next.tier()
                && last.basis().equals(next.basis())
                && last.why().equals(next.why())) {
            intervals.set(
                    intervals.size() - 1,
                    new TierInterval(last.tier(), last.basis(), last.why(), last.startsOn(), next.endsOn()));
        } else {
            intervals.add(next);
        }
    }

    /** How the child stands while one walks through the days. */
    private final class Standing {

        private @Nullable RiskTier tier;
        private String basis = "";
        private String why = "";
        private @Nullable LocalDateTime decidedAt;
        private Set<TierProposal> weighed = new HashSet<>();

        void turn(LocalDate day) {
            AdoptedRules now = rulesOn(day);
            decide(day, now);
            List<TierProposal> holding = proposals(now, TierJudge.this.facts.all(), day);
            this.weighed.retainAll(new HashSet<>(holding));
            Set<TierProposal> learned = this.decidedAt == null
                    ? Set.of()
                    : Set.copyOf(proposals(now, TierJudge.this.facts.learnedAfter(this.decidedAt), day));
            holding.stream()
                    .filter(one -> !this.weighed.contains(one) || learned.contains(one))
                    .findFirst()
                    .filter(one -> this.tier == null || one.tier().isAbove(this.tier))
                    .ifPresent(one -> stand(one.tier(), one.clause().toString(), one.why()));
            boolean byHand = this.basis.equals(TierInterval.BY_HAND);
            boolean inAnyCategory = TierJudge.this.categories.stream().anyMatch(held -> held.holdsOn(day));
            boolean floor = this.tier == RiskTier.LOW && this.why.isEmpty();
            if (!byHand && (!now.gradesRisk() || (floor && !inAnyCategory))) {
                this.tier = null;
            }
            if (this.tier == null && now.gradesRisk() && inAnyCategory) {
                stand(RiskTier.LOW, now.on("riskTiers").orElseThrow().id().toString(), "");
            }
        }

        private void decide(LocalDate day, AdoptedRules now) {
            TierJudge.this.decisions.stream()
                    .filter(decision -> decision.at().toLocalDate().equals(day))
                    .reduce((earlier, later) -> later)
                    .ifPresent(last -> {
                        stand(last.tier(), TierInterval.BY_HAND, "");
                        this.decidedAt = last.at();
                        this.weighed = new HashSet<>(proposals(now, TierJudge.this.facts.knownAt(last.at()), day));
                    });
        }

        private void stand(RiskTier in, String because, String name) {
            this.tier = in;
            this.basis = because;
            this.why = name;
        }
    }
}

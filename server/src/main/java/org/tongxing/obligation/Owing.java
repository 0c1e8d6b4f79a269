package org.tongxing.obligation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tongxing.kernel.Clause;
import org.tongxing.policy.Actor;
import org.tongxing.policy.AdoptedRules.RankedObligation;
import org.tongxing.policy.Days;
import org.tongxing.policy.ObligationRule;
import org.tongxing.policy.Period;
import org.tongxing.policy.Rhythm;
import org.tongxing.policy.RiskTier;

/**
 * On which days which rules make somebody owe something to one child. Of the rules on one thing the nearest book's is
 * followed; where it does not speak of this child on this day, the next. When the risk rises, the stricter rhythm begins on
 * that day; when it falls, a window begun under the stricter one is owed to its end.
 */
@Clause("GD-19")
@Clause("GD-21")
@Clause("GD-23")
final class Owing {

    private final ChildCase child;
    private final Days present;

    private Owing(ChildCase child) {
        this.child = child;
        this.present = child.present();
    }

    /** The spans of every rule that ever bears on the child, in the order of clauses and parts of clauses. */
    static Map<ObligationRule, List<Span>> spans(ChildCase child, RuleTimeline timeline) {
        Owing owing = new Owing(child);
        Map<ObligationRule, Days> days = new LinkedHashMap<>();
        for (RuleTimeline.Stretch stretch : timeline.stretches()) {
            stretch.things().values().forEach(rules -> owing.share(stretch, rules, days));
        }
        Map<ObligationRule, List<Span>> spans = new LinkedHashMap<>();
        days.forEach((rule, held) -> {
            if (!held.isEmpty()) {
                spans.put(rule, owing.spans(rule, held));
            }
        });
        return spans;
    }

    /** Gives each rank the days that no nearer one has taken. */
    private void share(RuleTimeline.Stretch stretch, List<RankedObligation> rules, Map<ObligationRule, Days> days) {
        TreeMap<Integer, List<ObligationRule>> ranks = new TreeMap<>();
        rules.forEach(one ->
                ranks.computeIfAbsent(one.rank(), rank -> new ArrayList<>()).add(one.rule()));
        Days left = stretch.days().and(this.present);
        for (List<ObligationRule> nearest : ranks.values()) {
            Days taken = Days.NONE;
            for (ObligationRule rule : nearest) {
                Days here = applies(rule, stretch).and(left);
                days.merge(rule, here, Days::or);
                taken = taken.or(here);
            }
            left = left.without(taken);
        }
    }

    private Days applies(ObligationRule rule, RuleTimeline.Stretch stretch) {
        if (rule.isAboutFamilies()) {
            return Days.NONE;
        }
        Days days = rule.tiers().isEmpty() ? this.present : this.child.inTiers(rule.tiers());
        if (!rule.whom().isEmpty()) {
            Set<String> codes = new HashSet<>();
            rule.whom().forEach(subject -> codes.addAll(stretch.codes().getOrDefault(subject, Set.of())));
            return days.and(this.child.inCategories(codes));
        }
        // A pairing or a tier is reason enough; anybody else owes nothing to a child of no category.
        boolean anyChild = rule.actor() == Actor.CADRE_FAMILY || !rule.tiers().isEmpty();
        if (rule.actor() == Actor.PARENT) {
            return days.and(Days.of(this.child.entrusted()));
        }
        return anyChild ? days : days.and(this.child.inAnyCategory());
    }

    private List<Span> spans(ObligationRule rule, Days held) {
        List<Span> spans = new ArrayList<>();
        List<Period> stretches = held.stretches();
        for (int i = 0; i < stretches.size(); i++) {
            Period one = stretches.get(i);
            LocalDate next = i + 1 < stretches.size() ? stretches.get(i + 1).from() : LocalDate.MAX;
            spans.add(new Span(one.from(), end(rule, one, next), entry(rule, one.from())));
        }
        return spans;
    }

    /** A newcomer above the lowest tier is treated like a child whose risk has just risen. */
    private Span.Entry entry(ObligationRule rule, LocalDate from) {
        RiskTier now = this.child.tierOn(from);
        if (rule.tiers().isEmpty() || now == null) {
            return Span.Entry.STARTED;
        }
        LocalDate eve = from.minusDays(1);
        RiskTier before = this.present.contains(eve) ? this.child.tierOn(eve) : null;
        if (before != null && before.isAbove(now)) {
            return Span.Entry.EASED;
        }
        return now == RiskTier.LOW ? Span.Entry.STARTED : Span.Entry.RAISED;
    }

    /** To the end of the window in progress if the risk fell, but not beyond the child's presence or a new rise. */
    private LocalDate end(ObligationRule rule, Period days, LocalDate nextRise) {
        LocalDate end = days.to();
        RiskTier before = this.child.tierOn(end.minusDays(1));
        RiskTier after = this.child.tierOn(end);
        boolean eased = !rule.tiers().isEmpty()
                && rule.per() != Rhythm.AT_ONCE
                && before != null
                && after != null
                && before.isAbove(after)
                && this.present.contains(end);
        if (!eased) {
            return end;
        }
        LocalDate gone = this.present.stretches().get(0).to();
        LocalDate over = Cutting.containing(rule.per(), end.minusDays(1)).until();
        return earliest(over, earliest(gone, nextRise));
    }

    private static LocalDate earliest(LocalDate one, LocalDate two) {
        return one.isBefore(two) ? one : two;
    }
}

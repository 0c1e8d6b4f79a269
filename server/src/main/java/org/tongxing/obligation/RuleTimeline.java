package org.tongxing.obligation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.policy.AdoptedRules;
import org.tongxing.policy.AdoptedRules.RankedObligation;
import org.tongxing.policy.Adoptions;
import org.tongxing.policy.Days;
import org.tongxing.policy.Period;

/** Who owes what in a village on any day, read once for all its children. */
record RuleTimeline(List<Stretch> stretches) {

    private static final int YEARS_AHEAD = 2;

    /** The days since {@code from}; what will hold in two years' time is taken to hold for ever. */
    static RuleTimeline of(Adoptions adoptions, DivisionCode village, LocalDate from, LocalDate today) {
        LocalDate until = today.plusYears(YEARS_AHEAD);
        TreeSet<LocalDate> turns = new TreeSet<>(adoptions.changes(village).subSet(from, false, until, false));
        turns.add(from);
        List<Stretch> stretches = new ArrayList<>();
        for (LocalDate start : turns) {
            LocalDate next = turns.higher(start);
            stretches.add(Stretch.of(
                    adoptions.rules(village, start), next == null ? Period.since(start) : new Period(start, next)));
        }
        return new RuleTimeline(List.copyOf(stretches));
    }

    /**
     * Days on which the same rules hold.
     *
     * @param things the obligations by what they speak of, each the nearest book first
     * @param codes the category codes that a subject stands for here
     */
    record Stretch(Days days, Map<String, List<RankedObligation>> things, Map<String, Set<String>> codes) {

        static Stretch of(AdoptedRules rules, Period period) {
            Map<String, List<RankedObligation>> things = rules.obligations().stream()
                    .collect(Collectors.groupingBy(one -> one.rule().thing()));
            Map<String, Set<String>> codes = new HashMap<>();
            rules.obligations().stream()
                    .flatMap(one -> one.rule().whom().stream())
                    .forEach(subject -> codes.put(subject, Set.copyOf(rules.categoriesOn(subject))));
            return new Stretch(Days.of(period.from(), period.to()), things, codes);
        }
    }
}

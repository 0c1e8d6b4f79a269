package org.tongxing.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tongxing.coverage.Coverage;
import org.tongxing.coverage.State;
import org.tongxing.coverage.Tally;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import org.tongxing.policy.AdoptedRules;
import org.tongxing.policy.Adoptions;
import org.tongxing.policy.RuleBooks;
import org.tongxing.region.Division;
import org.tongxing.region.Divisions;

/** Counts what the result of a quarter says, as it is known now of any day. */
@Component
@RequiredArgsConstructor
class FigureReader {

    private static final String ANY = "*";

    private final Coverage coverage;
    private final QuarterMapper mapper;
    private final Divisions divisions;
    private final RuleBooks books;
    private final Adoptions adoptions;

    /** The figures of a township on a day, with the deeds of {@code [since, on]}. */
    @Clause("JB-62")
    Figures of(DivisionCode township, LocalDate since, LocalDate on) {
        Map<DivisionCode, Map<String, Tally>> parts = this.coverage.on(Scope.of(township), on);
        Map<String, Tally> sums = new TreeMap<>();
        parts.values().forEach(part -> part.forEach((category, tally) -> add(sums, category, tally)));
        Tally all = sums.getOrDefault(ANY, new Tally());
        AdoptedRules rules = this.adoptions.rules(township, on);
        return new Figures(
                on,
                since,
                Counts.of(all),
                villages(township, parts),
                sums.entrySet().stream()
                        .filter(entry ->
                                !entry.getKey().equals(ANY) && entry.getValue().eligible() > 0)
                        .map(entry -> new Figures.CategoryFigures(
                                entry.getKey(),
                                this.books.categoryName(entry.getKey()),
                                this.books.categoryClause(entry.getKey()),
                                Counts.of(entry.getValue())))
                        .toList(),
                Arrays.stream(State.Reason.values())
                        .filter(all.reasons()::containsKey)
                        .map(reason -> new Figures.ReasonFigures(
                                reason,
                                Words.reason(reason),
                                reason.clause(rules),
                                all.reasons().getOrDefault(reason, 0)))
                        .toList(),
                deeds(township, since, on));
    }

    /** Today's villages, and those of that day that have children on file. */
    private List<Figures.PlaceFigures> villages(DivisionCode township, Map<DivisionCode, Map<String, Tally>> parts) {
        Map<String, String> names = new TreeMap<>(this.divisions.children(township).stream()
                .collect(Collectors.toMap(division -> division.code().value(), Division::name)));
        List<String> others = parts.keySet().stream()
                .map(DivisionCode::value)
                .filter(code -> !names.containsKey(code))
                .toList();
        names.putAll(this.divisions.names(others));
        List<Figures.PlaceFigures> villages = new ArrayList<>();
        names.forEach((code, name) -> villages.add(new Figures.PlaceFigures(
                code,
                name,
                Counts.of(parts.getOrDefault(new DivisionCode(code), Map.of()).getOrDefault(ANY, new Tally())))));
        return villages;
    }

    private Figures.DeedFigures deeds(DivisionCode township, LocalDate since, LocalDate on) {
        LocalDate until = on.plusDays(1);
        QuarterMapper.PairingRow pairings = this.mapper.pairings(Scope.of(township), since, until);
        QuarterMapper.VisitedRow visits = this.mapper.visits(Scope.of(township), since, until);
        return new Figures.DeedFigures(pairings.begun(), pairings.ended(), visits.visits(), visits.visited());
    }

    private static void add(Map<String, Tally> sums, String category, Tally tally) {
        sums.computeIfAbsent(category, one -> new Tally())
                .add(
                        tally.eligible(),
                        tally.byFamily(),
                        tally.byAreaDuty(),
                        tally.girls(),
                        tally.girlsWithout(),
                        tally.turningEight(),
                        tally.reasons());
    }
}

package org.tongxing.coverage.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.coverage.Coverage;
import org.tongxing.coverage.Tally;
import org.tongxing.coverage.web.CoverageViews.CategoryCount;
import org.tongxing.coverage.web.CoverageViews.CoverageView;
import org.tongxing.coverage.web.CoverageViews.Dot;
import org.tongxing.coverage.web.CoverageViews.GirlCount;
import org.tongxing.coverage.web.CoverageViews.MonthView;
import org.tongxing.coverage.web.CoverageViews.PartView;
import org.tongxing.coverage.web.CoverageViews.Place;
import org.tongxing.coverage.web.CoverageViews.ReasonCount;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.ClauseId;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import org.tongxing.policy.Adoptions;
import org.tongxing.region.Division;
import org.tongxing.region.Divisions;
import org.tongxing.roster.RefusedRows;

@RestController
@RequestMapping("/api/admin/coverage")
@RequiredArgsConstructor
class CoverageController {

    private static final String ANY = "*";

    private final Coverage coverage;
    private final Divisions divisions;
    private final RefusedRows refusedRows;
    private final CategoryNames categories;
    private final Adoptions adoptions;
    private final Clock clock;

    @GetMapping
    CoverageView on(Caller caller, @RequestParam String division, @RequestParam @Nullable LocalDate on) {
        Scope scope = caller.scope().within(new DivisionCode(division));
        LocalDate day = on == null ? LocalDate.now(this.clock) : on;
        Division place = this.divisions.get(scope.division());
        Map<String, ClauseId> clauses = this.adoptions.clauses(scope.division(), day);
        Coverage.Figures figures = this.coverage.figures(scope, day);
        Tally all = figures.whole().getOrDefault(ANY, new Tally());
        return new CoverageView(
                Place.of(place),
                day,
                all.eligible(),
                all.covered(),
                all.uncovered(),
                all.byFamily(),
                all.byAreaDuty(),
                clause(clauses, "areaDuty"),
                Math.max(0, figures.onFile() - all.eligible()),
                this.refusedRows.count(scope),
                LocalDateTime.now(this.clock),
                parts(scope, place, figures.parts(), day),
                all.reasons().entrySet().stream()
                        .map(entry -> new ReasonCount(
                                entry.getKey(), clause(clauses, entry.getKey().subject()), entry.getValue()))
                        .sorted(Comparator.comparing(ReasonCount::count).reversed())
                        .toList(),
                figures.whole().entrySet().stream()
                        .filter(entry -> !entry.getKey().equals(ANY))
                        .map(entry -> new CategoryCount(
                                entry.getKey(),
                                this.categories.name(entry.getKey()),
                                this.categories.clause(entry.getKey()),
                                entry.getValue().eligible(),
                                entry.getValue().covered()))
                        .toList(),
                new GirlCount(
                        all.girls(),
                        all.girls() - all.girlsWithout(),
                        all.girlsWithout(),
                        all.turningEight(),
                        clause(clauses, "girlNeedsFemaleCadre")));
    }

    private static @Nullable String clause(Map<String, ClauseId> clauses, String subject) {
        ClauseId clause = clauses.get(subject);
        return clause == null ? null : clause.toString();
    }

    @GetMapping("/series")
    List<MonthView> series(Caller caller, @RequestParam String division, @RequestParam @Nullable LocalDate on) {
        Scope scope = caller.scope().within(new DivisionCode(division));
        return this.coverage.series(scope, on == null ? LocalDate.now(this.clock) : on).stream()
                .map(month -> new MonthView(month.month().toString(), month.on(), month.uncovered(), month.eligible()))
                .toList();
    }

    private List<PartView> parts(Scope scope, Division place, Map<DivisionCode, Tally> tallies, LocalDate day) {
        List<PartView> parts = new ArrayList<>();
        boolean village = place.level() == DivisionCode.Level.VILLAGE;
        Map<DivisionCode, List<Dot>> dots =
                village || place.level() == DivisionCode.Level.TOWNSHIP ? dots(scope, day) : null;
        for (Division part : village ? List.of(place) : places(place, tallies)) {
            Tally tally = tallies.getOrDefault(part.code(), new Tally());
            parts.add(new PartView(
                    Place.of(part),
                    tally.eligible(),
                    tally.covered(),
                    tally.uncovered(),
                    tally.girlsWithout(),
                    tally.turningEight(),
                    dots == null ? null : dots.getOrDefault(part.code(), List.of())));
        }
        parts.sort(Comparator.comparing(PartView::uncovered).reversed());
        return parts;
    }

    /** The places of today, and those that are no more but had children on the day asked for. */
    private List<Division> places(Division place, Map<DivisionCode, Tally> tallies) {
        List<Division> places = new ArrayList<>(this.divisions.children(place.code()));
        Set<DivisionCode> known = places.stream().map(Division::code).collect(Collectors.toSet());
        tallies.keySet().stream()
                .filter(code -> !known.contains(code))
                .flatMap(code -> this.divisions.find(code).stream())
                .forEach(places::add);
        return places;
    }

    /** The children of all villages, read at once. */
    private Map<DivisionCode, List<Dot>> dots(Scope place, LocalDate day) {
        return this.coverage.standings(place, day).stream()
                .filter(standing -> standing.state().eligible())
                .sorted(Comparator.comparing(standing -> standing.state().mark()))
                .collect(Collectors.groupingBy(
                        standing -> standing.child().village(),
                        Collectors.mapping(
                                standing -> new Dot(
                                        standing.child().id().value(),
                                        standing.state().mark()),
                                Collectors.toList())));
    }
}

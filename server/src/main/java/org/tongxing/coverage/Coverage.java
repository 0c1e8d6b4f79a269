package org.tongxing.coverage;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.child.Children;
import org.tongxing.child.Resident;
import org.tongxing.child.Residents;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import org.tongxing.pairing.AreaDuties;
import org.tongxing.pairing.AreaDuty;
import org.tongxing.pairing.Episode;
import org.tongxing.pairing.Pairings;
import org.tongxing.persistence.Batches;
import org.tongxing.policy.Adoptions;

/** Answers who is covered on any day, and keeps the villages' cells up to date. */
@Service
@Transactional
@RequiredArgsConstructor
public class Coverage {

    private static final int MONTHS = 12;

    private final CoverageMapper mapper;
    private final StandingMapper periods;
    private final ChildListMapper list;
    private final Sums sums;
    private final Cells cells;
    private final Children children;
    private final Residents residents;
    private final Pairings pairings;
    private final AreaDuties duties;
    private final Adoptions adoptions;
    private final Batches batches;

    /** Recomputes one village from what is on file; doing it twice changes nothing. */
    public void recompute(DivisionCode village) {
        if (this.mapper.lockVillage(village.value()) == null) {
            return;
        }
        List<ChildTimeline> timelines = timelines(Scope.of(village));
        List<StandingPeriod> periods = timelines.stream()
                .flatMap(timeline -> timeline.periods().stream())
                .toList();
        this.periods.clear(village.value());
        this.periods.clearArrived(village.value());
        this.batches.write(
                StandingMapper.class, periods, (standing, period) -> standing.insert(village.value(), period));
        this.cells.keep(
                village,
                Stream.concat(
                                VillageSeries.of(periods).stream(),
                                VillageSeries.onFile(timelines.stream()
                                                .map(ChildTimeline::child)
                                                .toList())
                                        .stream())
                        .toList());
    }

    /** Recomputes every village below a division. */
    public void recomputeBelow(DivisionCode division) {
        this.children.villages(Scope.of(division)).forEach(this::recompute);
    }

    /**
     * The counts below a division by part (its next level) and category; {@code *} stands for any category. Whoever sees
     * one unit's families only gets the figures of the children they have now.
     */
    @Transactional(readOnly = true)
    public Map<DivisionCode, Map<String, Tally>> on(Scope scope, LocalDate day) {
        Map<DivisionCode, Map<String, Tally>> parts = byPart(scope, day);
        parts.values().forEach(part -> part.remove(VillageSeries.ON_FILE));
        parts.values().removeIf(Map::isEmpty);
        return parts;
    }

    private Map<DivisionCode, Map<String, Tally>> byPart(Scope scope, LocalDate day) {
        Map<DivisionCode, Map<String, Tally>> parts = new TreeMap<>(Comparator.comparing(DivisionCode::value));
        if (!scope.wholePlace()) {
            for (CoverageMapper.CountedRow row : this.mapper.counted(scope, day)) {
                tally(parts, scope, row.villageCode(), row.category())
                        .add(
                                row.eligible(),
                                row.byFamily(),
                                row.byAreaDuty(),
                                row.girls(),
                                row.girlsWithout(),
                                row.turningEight(),
                                row.reason() == null ? Map.of() : Map.of(row.reason(), row.eligible()));
            }
        } else if (summed(scope.division())) {
            this.sums
                    .on(scope.division(), day)
                    .forEach(row -> tally(parts, scope, row.place(), row.category())
                            .add(row.counts().tally()));
        } else {
            this.cells
                    .on(scope.division(), day)
                    .forEach(row -> tally(parts, scope, row.villageCode(), row.category())
                            .add(this.cells.of(row).tally()));
        }
        parts.values().forEach(part -> part.values().removeIf(tally -> tally.equals(new Tally())));
        return parts;
    }

    /** The counts of the parts, those of the whole by category, and how many children were on file. */
    @Transactional(readOnly = true)
    public Figures figures(Scope scope, LocalDate day) {
        Map<DivisionCode, Tally> parts = new TreeMap<>(Comparator.comparing(DivisionCode::value));
        Map<String, Tally> whole = new TreeMap<>();
        if (scope.wholePlace() && summed(scope.division())) {
            String place = scope.division().value();
            for (SumMapper.Row row : this.sums.whole(scope.division(), day)) {
                (row.place().equals(place)
                                ? whole.computeIfAbsent(row.category(), one -> new Tally())
                                : parts.computeIfAbsent(new DivisionCode(row.place()), one -> new Tally()))
                        .add(row.counts().tally());
            }
        } else {
            byPart(scope, day).forEach((part, tallies) -> {
                tallies.forEach((category, tally) ->
                        whole.computeIfAbsent(category, one -> new Tally()).add(tally));
                parts.put(part, tallies.getOrDefault(VillageSeries.ANY, new Tally()));
            });
        }
        whole.values().removeIf(tally -> tally.equals(new Tally()));
        parts.values().removeIf(tally -> tally.equals(new Tally()));
        Tally onFile = whole.remove(VillageSeries.ON_FILE);
        return new Figures(
                parts,
                whole,
                !scope.wholePlace() ? this.list.registered(scope, day) : onFile == null ? 0 : onFile.eligible());
    }

    /** A township's page is added up from its villages; whatever lies above has sums. */
    private static boolean summed(DivisionCode division) {
        return division.level().compareTo(DivisionCode.Level.TOWNSHIP) < 0;
    }

    private static Tally tally(
            Map<DivisionCode, Map<String, Tally>> parts, Scope scope, String village, String category) {
        String part = village.substring(0, scope.division().childLength());
        return parts.computeIfAbsent(new DivisionCode(part), one -> new TreeMap<>())
                .computeIfAbsent(category, one -> new Tally());
    }

    /** The last twelve month ends, the day itself standing for its own month. */
    @Transactional(readOnly = true)
    public List<MonthEnd> series(Scope scope, LocalDate day) {
        List<LocalDate> ends = IntStream.range(1 - MONTHS, 0)
                .mapToObj(back -> YearMonth.from(day).plusMonths(back).atEndOfMonth())
                .collect(Collectors.toCollection(ArrayList::new));
        ends.add(day);
        if (!scope.wholePlace()) {
            return this.mapper.gaps(scope, ends).stream()
                    .map(gap -> new MonthEnd(YearMonth.from(gap.onDay()), gap.onDay(), gap.eligible(), gap.uncovered()))
                    .toList();
        }
        List<CoverageMapper.GapRow> gaps = summed(scope.division())
                ? this.sums.gaps(scope.division(), ends)
                : ends.stream()
                        .map(on -> this.mapper.gap(scope.division().value(), on))
                        .toList();
        List<MonthEnd> months = new ArrayList<>();
        for (int i = 0; i < ends.size(); i++) {
            LocalDate on = ends.get(i);
            months.add(new MonthEnd(
                    YearMonth.from(on), on, gaps.get(i).eligible(), gaps.get(i).uncovered()));
        }
        return months;
    }

    /** Every child of the scope with its state on a day, computed from scratch. */
    @Transactional(readOnly = true)
    public List<Standing> standings(Scope scope, LocalDate day) {
        return timelines(scope).stream()
                .map(timeline -> new Standing(timeline.child(), timeline.on(day), timeline.episodes()))
                .toList();
    }

    private List<ChildTimeline> timelines(Scope scope) {
        Map<ChildId, List<Episode>> episodes =
                this.pairings.in(scope).stream().collect(Collectors.groupingBy(Episode::child));
        Map<DivisionCode, List<AreaDuty>> duties = this.duties.below(Scope.of(scope.division())).stream()
                .collect(Collectors.groupingBy(AreaDuty::village));
        Map<DivisionCode, VillageRules> rules = new HashMap<>();
        return this.residents.in(scope).stream()
                .map(child -> new ChildTimeline(
                        child,
                        episodes.getOrDefault(child.id(), List.of()),
                        duties.getOrDefault(child.village(), List.of()),
                        rules.computeIfAbsent(child.village(), village -> VillageRules.of(this.adoptions, village))))
                .toList();
    }

    /**
     * What a page of coverage shows; nobody is in it for whom nothing is counted.
     *
     * @param whole by category, {@code *} for any
     * @param onFile children on file, whether anything is owed to them or not
     */
    public record Figures(Map<DivisionCode, Tally> parts, Map<String, Tally> whole, int onFile) {}

    /** The gap at the end of a month. */
    public record MonthEnd(YearMonth month, LocalDate on, int eligible, int uncovered) {}

    /** A child, how it stands, and its episodes. */
    public record Standing(Resident child, State state, List<Episode> episodes) {}
}

package org.tongxing.coverage;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import org.tongxing.policy.Adoptions;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Answers who is covered on any day, and keeps the villages' cells up to date. */
@Service
@Transactional
@RequiredArgsConstructor
public class Coverage {

    private static final TypeReference<Map<State.Reason, Integer>> REASONS = new TypeReference<>() {};
    private static final int MONTHS = 12;
    private static final int ROWS_PER_INSERT = 500;

    private final CoverageMapper mapper;
    private final StandingMapper periods;
    private final Children children;
    private final Residents residents;
    private final Pairings pairings;
    private final AreaDuties duties;
    private final Adoptions adoptions;
    private final JsonMapper json;

    /** Recomputes one village from what is on file; doing it twice changes nothing. */
    public void recompute(DivisionCode village) {
        if (this.mapper.lockVillage(village.value()) == null) {
            return;
        }
        List<StandingPeriod> periods = timelines(Scope.of(village)).stream()
                .flatMap(timeline -> timeline.periods().stream())
                .toList();
        this.periods.clear(village.value());
        this.periods.clearArrived(village.value());
        inParts(periods, part -> this.periods.insert(village.value(), part));
        this.mapper.clear(village.value());
        inParts(
                VillageSeries.of(periods).stream()
                        .map(cell -> row(village, cell))
                        .toList(),
                this.mapper::insert);
    }

    private static <T> void inParts(List<T> rows, Consumer<List<T>> insert) {
        for (int from = 0; from < rows.size(); from += ROWS_PER_INSERT) {
            insert.accept(rows.subList(from, Math.min(rows.size(), from + ROWS_PER_INSERT)));
        }
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
            return parts;
        }
        for (CoverageMapper.CellRow cell : this.mapper.on(scope.division().value(), day)) {
            tally(parts, scope, cell.villageCode(), cell.category())
                    .add(
                            cell.eligible(),
                            cell.byFamily(),
                            cell.byAreaDuty(),
                            cell.girls(),
                            cell.girlsWithout(),
                            cell.turningEight(),
                            this.json.readValue(cell.reasonCounts(), REASONS));
        }
        return parts;
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
        List<MonthEnd> months = new ArrayList<>();
        for (LocalDate on : ends) {
            CoverageMapper.GapRow gap = this.mapper.gap(scope.division().value(), on);
            months.add(new MonthEnd(YearMonth.from(on), on, gap.eligible(), gap.uncovered()));
        }
        return months;
    }

    /** Every child of the scope, whose division is a village, with its state on a day, computed from scratch. */
    @Transactional(readOnly = true)
    public List<Standing> standings(Scope scope, LocalDate day) {
        return timelines(scope).stream()
                .map(timeline -> new Standing(timeline.child(), timeline.on(day), timeline.episodes()))
                .toList();
    }

    private List<ChildTimeline> timelines(Scope scope) {
        DivisionCode village = scope.division();
        Map<ChildId, List<Episode>> episodes =
                this.pairings.in(scope).stream().collect(Collectors.groupingBy(Episode::child));
        List<AreaDuty> duties = this.duties.below(Scope.of(village));
        VillageRules rules = VillageRules.of(this.adoptions, village);
        return this.residents.in(scope).stream()
                .map(child -> new ChildTimeline(child, episodes.getOrDefault(child.id(), List.of()), duties, rules))
                .toList();
    }

    private CoverageMapper.CellRow row(DivisionCode village, VillageSeries.Cell cell) {
        Tally tally = cell.tally();
        return new CoverageMapper.CellRow(
                village.value(),
                cell.startsOn(),
                cell.endsOn(),
                cell.category(),
                tally.eligible(),
                tally.byFamily(),
                tally.byAreaDuty(),
                tally.girls(),
                tally.girlsWithout(),
                tally.turningEight(),
                this.json.writeValueAsString(tally.reasons()));
    }

    /** The gap at the end of a month. */
    public record MonthEnd(YearMonth month, LocalDate on, int eligible, int uncovered) {}

    /** A child, how it stands, and its episodes. */
    public record Standing(Resident child, State state, List<Episode> episodes) {}
}

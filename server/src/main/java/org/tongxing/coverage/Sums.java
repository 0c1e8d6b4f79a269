package org.tongxing.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.persistence.Batches;

/**
 * What villages add up to in every place above the township's own page. A village's change waits in a queue, is counted
 * from there at once, and is folded into the sums of its township, county, city and province a moment later: no page is
 * ever behind, and nobody who pairs a child waits for a row that a whole province shares.
 */
@Component
@RequiredArgsConstructor
class Sums {

    private static final int CHANGES_AT_ONCE = 4_000;

    private final SumMapper mapper;
    private final Batches batches;
    private final TransactionTemplate transaction;

    /** Queues what has changed in a village, in the transaction that changed it. */
    void changed(DivisionCode village, List<Step> steps) {
        this.batches.write(
                SumMapper.class,
                steps.stream()
                        .map(step -> new SumMapper.Change(village.value(), step.on(), step.category(), step.counts()))
                        .toList(),
                SumMapper::change);
    }

    /** The counts of the parts of a county, city, province or the country on a day, by part and category. */
    List<SumMapper.Row> on(DivisionCode division, LocalDate day) {
        return this.mapper.on(division.value(), division.childLength(), day, DayTree.until(day));
    }

    /** The counts of the parts for children of any category, and under the code of the place itself its own by category. */
    List<SumMapper.Row> whole(DivisionCode division, LocalDate day) {
        return this.mapper.whole(division.value(), division.childLength(), day, DayTree.until(day));
    }

    /** The gap of a place on each of these days, the latest of which comes last. */
    List<CoverageMapper.GapRow> gaps(DivisionCode division, List<LocalDate> days) {
        Set<Integer> nodes = new TreeSet<>();
        days.forEach(day -> nodes.addAll(DayTree.until(day)));
        List<SumMapper.GapStep> steps = this.mapper.gapSteps(division.value(), days.get(days.size() - 1), nodes);
        return days.stream().map(day -> gap(steps, day)).toList();
    }

    private static CoverageMapper.GapRow gap(List<SumMapper.GapStep> steps, LocalDate day) {
        Set<Integer> nodes = new HashSet<>(DayTree.until(day));
        List<SumMapper.GapStep> until = steps.stream()
                .filter(step -> step.onDay() == null
                        ? nodes.contains(step.node())
                        : !step.onDay().isAfter(day))
                .toList();
        return new CoverageMapper.GapRow(
                until.stream().mapToInt(SumMapper.GapStep::eligible).sum(),
                until.stream().mapToInt(SumMapper.GapStep::uncovered).sum());
    }

    /** Folds some of what waits, and the rest another time; several instances fold different changes. */
    @Scheduled(
            initialDelayString = "${tongxing.coverage.fold-every:500ms}",
            fixedDelayString = "${tongxing.coverage.fold-every:500ms}")
    void fold() {
        this.transaction.executeWithoutResult(status -> foldSome());
    }

    private void foldSome() {
        List<SumMapper.Row> changes = this.mapper.take(CHANGES_AT_ONCE);
        if (!changes.isEmpty()) {
            // In the order of the key, so that two who fold wait for one another and do not stand in each other's way.
            Map<Cell, Counts> sums = new TreeMap<>(Comparator.comparing(Cell::division)
                    .thenComparing(Cell::node)
                    .thenComparing(Cell::category));
            changes.forEach(change -> add(sums, change));
            this.batches.write(
                    SumMapper.class,
                    sums.entrySet().stream()
                            .filter(sum -> !sum.getValue().equals(Counts.NONE))
                            .map(sum -> sum.getKey().with(sum.getValue()))
                            .toList(),
                    SumMapper::add);
            this.mapper.folded(changes.stream().map(SumMapper.Row::id).toList());
        }
    }

    private static void add(Map<Cell, Counts> sums, SumMapper.Row change) {
        List<Integer> nodes = DayTree.above(Objects.requireNonNull(change.onDay()));
        List<DivisionCode> above = new ArrayList<>(List.of(new DivisionCode("")));
        above.addAll(new DivisionCode(change.place()).ancestors());
        String parent = null;
        for (DivisionCode division : above) {
            for (int node : nodes) {
                sums.merge(
                        new Cell(parent, division.value(), node, change.category()),
                        change.counts(),
                        (one, other) -> one.plus(other, 1));
            }
            parent = division.value();
        }
    }

    /** @param parent none for the country */
    private record Cell(@Nullable String parent, String division, int node, String category) {

        SumMapper.Sum with(Counts counts) {
            return new SumMapper.Sum(this.parent, this.node, this.division, this.category, counts);
        }
    }
}

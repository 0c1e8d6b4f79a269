package org.tongxing.coverage;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import lombok.RequiredArgsConstructor;
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
        return this.mapper.on(SumMapper.Until.of(division.value(), division.childLength(), day));
    }

    /** The gaps at the ends of the months, and on the day itself for its own month, which comes last. */
    List<CoverageMapper.GapRow> gaps(DivisionCode division, List<YearMonth> months, LocalDate day) {
        int firstYear = months.get(0).getYear();
        SumMapper.Until until = SumMapper.Until.of(division.value(), division.childLength(), day);
        List<SumMapper.GapStep> steps = this.mapper.gapSteps(until, firstYear);
        List<CoverageMapper.GapRow> gaps = new ArrayList<>();
        for (YearMonth month : months) {
            int last = month.getYear() * 100 + month.getMonthValue();
            List<SumMapper.GapStep> before =
                    steps.stream().filter(step -> step.month() <= last).toList();
            gaps.add(new CoverageMapper.GapRow(
                    before.stream().mapToInt(SumMapper.GapStep::eligible).sum(),
                    before.stream().mapToInt(SumMapper.GapStep::uncovered).sum()));
        }
        return gaps;
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
            Map<Cell, Counts> sums = new TreeMap<>(Comparator.comparing(Cell::parent)
                    .thenComparing(Cell::period)
                    .thenComparing(Cell::division)
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
        LocalDate day = Objects.requireNonNull(change.onDay());
        int year = day.getYear();
        int month = year * 100 + day.getMonthValue();
        String parent = "";
        for (DivisionCode above : new DivisionCode(change.place()).ancestors()) {
            for (int period : new int[] {year, month, month * 100 + day.getDayOfMonth()}) {
                sums.merge(
                        new Cell(parent, period, above.value(), change.category()),
                        change.counts(),
                        (one, other) -> one.plus(other, 1));
            }
            parent = above.value();
        }
    }

    private record Cell(String parent, int period, String division, String category) {

        SumMapper.Sum with(Counts counts) {
            return new SumMapper.Sum(this.parent, this.period, this.division, this.category, counts);
        }
    }
}

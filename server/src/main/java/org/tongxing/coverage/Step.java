package org.tongxing.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** By how much the counts of a category differ on a day from those of the day before. */
record Step(LocalDate on, String category, Counts counts) {

    /** What has to be added to the steps of the cells before to get those of the cells after, without the zeros. */
    static List<Step> between(List<VillageSeries.Cell> before, List<VillageSeries.Cell> after) {
        Map<Key, Counts> sums = new TreeMap<>(Comparator.comparing(Key::on).thenComparing(Key::category));
        add(sums, before, -1);
        add(sums, after, 1);
        List<Step> steps = new ArrayList<>();
        sums.forEach((key, counts) -> {
            if (!counts.equals(Counts.NONE)) {
                steps.add(new Step(key.on(), key.category(), counts));
            }
        });
        return steps;
    }

    private static void add(Map<Key, Counts> sums, List<VillageSeries.Cell> cells, int times) {
        for (VillageSeries.Cell cell : cells) {
            Counts counts = Counts.of(cell.tally());
            add(sums, new Key(cell.startsOn(), cell.category()), counts, times);
            if (cell.endsOn().isBefore(StandingPeriod.OPEN)) {
                add(sums, new Key(cell.endsOn(), cell.category()), counts, -times);
            }
        }
    }

    private static void add(Map<Key, Counts> sums, Key key, Counts counts, int times) {
        sums.merge(key, Counts.NONE.plus(counts, times), (one, other) -> one.plus(other, 1));
    }

    private record Key(LocalDate on, String category) {}
}

package org.tongxing.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The cells of one village: per category a run of days with the same counts, kept only where something changes. */
final class VillageSeries {

    /** Children of any category, each counted once. */
    static final String ANY = "*";

    private static final LocalDate END = LocalDate.of(9999, 12, 31);

    private VillageSeries() {}

    static List<Cell> of(List<ChildTimeline> children) {
        TreeSet<LocalDate> days = new TreeSet<>();
        children.forEach(child -> days.addAll(child.turningDays()));
        Map<String, Open> open = new TreeMap<>();
        List<Cell> cells = new ArrayList<>();
        for (LocalDate day : days) {
            Map<String, Tally> tallies = on(children, day);
            TreeSet<String> categories = new TreeSet<>(tallies.keySet());
            categories.addAll(open.keySet());
            for (String category : categories) {
                Tally now = tallies.getOrDefault(category, new Tally());
                Open before = open.get(category);
                if (before != null && before.tally().equals(now)) {
                    continue;
                }
                if (before != null) {
                    cells.add(new Cell(category, before.since(), day, before.tally()));
                    open.remove(category);
                }
                if (now.eligible() > 0) {
                    open.put(category, new Open(day, now));
                }
            }
        }
        open.forEach((category, run) -> cells.add(new Cell(category, run.since(), END, run.tally())));
        return cells;
    }

    /** The counts of one day from scratch, per category and for {@link #ANY}. */
    static Map<String, Tally> on(List<ChildTimeline> children, LocalDate day) {
        Map<String, Tally> tallies = new TreeMap<>();
        for (ChildTimeline child : children) {
            State state = child.on(day);
            if (state.eligible()) {
                tallies.computeIfAbsent(ANY, any -> new Tally()).add(state);
                state.categories()
                        .forEach(category -> tallies.computeIfAbsent(category, one -> new Tally())
                                .add(state));
            }
        }
        return tallies;
    }

    /** A run of days {@code [startsOn, endsOn)} with the same counts. */
    record Cell(String category, LocalDate startsOn, LocalDate endsOn, Tally tally) {}

    private record Open(LocalDate since, Tally tally) {}
}

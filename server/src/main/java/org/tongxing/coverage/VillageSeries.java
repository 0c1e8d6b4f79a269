package org.tongxing.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tongxing.child.Resident;

/** The cells of one village: per category a run of days with the same counts, kept only where something changes. */
final class VillageSeries {

    /** Children of any category, each counted once. */
    static final String ANY = "*";

    /** All children on file, whether anything is owed to them or not. */
    static final String ON_FILE = "#";

    private VillageSeries() {}

    /** Goes through the days once; on each, only the children whose period begins or ends are looked at. */
    static List<Cell> of(List<StandingPeriod> periods) {
        TreeMap<LocalDate, List<Turn>> steps = new TreeMap<>();
        for (StandingPeriod period : periods) {
            steps.computeIfAbsent(period.startsOn(), day -> new ArrayList<>()).add(new Turn(period.state(), true));
            if (period.endsOn().isBefore(StandingPeriod.OPEN)) {
                steps.computeIfAbsent(period.endsOn(), day -> new ArrayList<>()).add(new Turn(period.state(), false));
            }
        }
        Map<String, Tally> tallies = new TreeMap<>();
        Map<String, Open> open = new TreeMap<>();
        List<Cell> cells = new ArrayList<>();
        steps.forEach((day, changes) -> {
            Set<String> touched = new TreeSet<>();
            changes.forEach(one -> tally(tallies, one, touched));
            touched.forEach(category -> turn(category, day, tallies.get(category), open, cells));
        });
        open.forEach((category, run) -> cells.add(new Cell(category, run.since(), StandingPeriod.OPEN, run.tally())));
        return cells;
    }

    /** How many children were on file, over all days. */
    static List<Cell> onFile(Collection<Resident> children) {
        TreeMap<LocalDate, Integer> steps = new TreeMap<>();
        for (Resident child : children) {
            steps.merge(child.registeredOn(), 1, Integer::sum);
            if (child.leftOn() != null) {
                steps.merge(child.leftOn(), -1, Integer::sum);
            }
        }
        List<Cell> cells = new ArrayList<>();
        int count = 0;
        for (Map.Entry<LocalDate, Integer> step : steps.entrySet()) {
            count += step.getValue();
            LocalDate next = steps.higherKey(step.getKey());
            if (count > 0) {
                cells.add(new Cell(
                        ON_FILE,
                        step.getKey(),
                        next == null ? StandingPeriod.OPEN : next,
                        new Tally().add(count, 0, 0, 0, 0, 0, Map.of())));
            }
        }
        return cells;
    }

    private static void tally(Map<String, Tally> tallies, Turn turn, Set<String> touched) {
        Stream.concat(Stream.of(ANY), turn.state().categories().stream()).forEach(category -> {
            Tally tally = tallies.computeIfAbsent(category, one -> new Tally());
            touched.add(category);
            if (turn.begins()) {
                tally.add(turn.state());
            } else {
                tally.remove(turn.state());
            }
        });
    }

    /** Ends a category's run on a day that changes its counts, and begins the next. */
    private static void turn(String category, LocalDate day, Tally now, Map<String, Open> open, List<Cell> cells) {
        Open before = open.get(category);
        if (before != null && before.tally().equals(now)) {
            return;
        }
        if (before != null) {
            cells.add(new Cell(category, before.since(), day, before.tally()));
            open.remove(category);
        }
        if (now.eligible() > 0) {
            open.put(category, new Open(day, now.copy()));
        }
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

    private record Turn(State state, boolean begins) {}

    private record Open(LocalDate since, Tally tally) {}
}

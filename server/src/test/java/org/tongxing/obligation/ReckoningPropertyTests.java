package org.tongxing.obligation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongxing.obligation.OneChild.JINBAO;
import static org.tongxing.policy.DeedKind.CARE_ACTIVITY;
import static org.tongxing.policy.DeedKind.VISIT;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.statistics.Statistics;
import org.tongxing.kernel.Clause;
import org.tongxing.policy.Days;
import org.tongxing.policy.Period;
import org.tongxing.policy.Rhythm;

/** What holds of windows and deeds whatever the days are, from before one leap day to after the next. */
class ReckoningPropertyTests {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final int DAYS = 365 * 5;

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers()
                .between(0, DAYS)
                .withDistribution(RandomDistribution.uniform())
                .map(FIRST::plusDays);
    }

    @Provide
    Arbitrary<List<LocalDate>> visits() {
        return days().list().ofMaxSize(40);
    }

    private static OneChild child(LocalDate pairedOn, List<LocalDate> visits) {
        return new OneChild(JINBAO)
                .paired(pairedOn.toString())
                .visits(visits.stream().map(LocalDate::toString).toArray(String[]::new));
    }

    /** Every two months of the calendar are one window, and each says by itself what became of it. */
    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    @Clause("JB-41")
    void missesNoWindow(
            @ForAll("days") LocalDate pairedOn,
            @ForAll("days") LocalDate today,
            @ForAll("visits") List<LocalDate> visits) {
        List<Window> windows = child(pairedOn, visits).owed(today.toString()).stream()
                .filter(owed -> owed.rule().deed() == VISIT)
                .flatMap(owed -> owed.windows().stream())
                .toList();
        int owed = 0;
        for (Cut cut : Cutting.of(Rhythm.TWO_MONTHS, Ledger.firstDay(today), Ledger.lastDay(today))) {
            List<Window> here = windows.stream()
                    .filter(window -> window.until().equals(cut.until()))
                    .toList();
            if (!pairedOn.isBefore(cut.until())) {
                assertThat(here).isEmpty();
                continue;
            }
            LocalDate from = pairedOn.isAfter(cut.from()) ? pairedOn : cut.from();
            boolean met = visits.stream()
                    .anyMatch(day -> !day.isBefore(from) && day.isBefore(cut.until()) && !day.isAfter(today));
            boolean owes = from.equals(cut.from()) || ChronoUnit.DAYS.between(from, cut.until()) >= 30;
            Window.State expected = met
                    ? Window.State.MET
                    : !owes
                            ? Window.State.NOT_OWED
                            : today.isBefore(from)
                                    ? Window.State.AHEAD
                                    : today.isBefore(cut.until()) ? Window.State.DUE : Window.State.OVERDUE;
            assertThat(here)
                    .as("%s on %s", cut, today)
                    .singleElement()
                    .extracting(Window::state)
                    .isEqualTo(expected);
            owed += owes ? 1 : 0;
        }
        Statistics.label("something is owed")
                .collect(owed > 0)
                .coverage(coverage -> coverage.check(true).percentage(share -> share > 30));
    }

    /** Windows of occasions overlap; a day's deed is still one deed, and no better use of the deeds exists. */
    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    @Clause("JB-51")
    void countsNoDeedTwice(@ForAll("days") LocalDate today, @ForAll("visits") List<LocalDate> visits) {
        Owed owed = child(FIRST, visits).owed(today.toString()).stream()
                .filter(one -> one.rule().deed() == CARE_ACTIVITY)
                .findFirst()
                .orElseThrow();
        Set<LocalDate> done = new TreeSet<>();
        visits.stream().filter(day -> !day.isAfter(today)).forEach(done::add);
        assertThat(owed.windows().stream().mapToInt(Window::done).sum()).isLessThanOrEqualTo(done.size());
        long met = owed.windows().stream()
                .filter(window -> window.state() == Window.State.MET)
                .count();
        assertThat(met).isEqualTo(mostThatCanBeMet(owed.windows(), done));
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void doesNotCareInWhichOrderDeedsWereTyped(
            @ForAll("days") LocalDate pairedOn,
            @ForAll("days") LocalDate today,
            @ForAll("visits") List<LocalDate> visits,
            @ForAll Random random) {
        List<LocalDate> typedLate = new ArrayList<>(visits);
        Collections.shuffle(typedLate, random);
        assertThat(child(pairedOn, typedLate).owed(today.toString()))
                .isEqualTo(child(pairedOn, visits).owed(today.toString()));
    }

    /** Days are days of China wherever the server believes to be. */
    @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
    void doesNotCareWhereTheServerStands(
            @ForAll("days") LocalDate today, @ForAll("visits") List<LocalDate> visits, @ForAll boolean west) {
        List<Owed> here = child(FIRST, visits).owed(today.toString());
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(west ? "Pacific/Honolulu" : "Pacific/Kiritimati"));
            assertThat(child(FIRST, visits).owed(today.toString())).isEqualTo(here);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    /** A window that nobody has met is overdue as soon as it is over, and stays so until somebody goes. */
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    @Clause("JB-41")
    void isOverdueFromTheEndOfTheFirstMissedWindowSinceTheLastVisit(
            @ForAll("days") LocalDate pairedOn,
            @ForAll("days") LocalDate today,
            @ForAll("visits") List<LocalDate> visits) {
        child(pairedOn, visits).owed(today.toString()).forEach(owed -> {
            LocalDate last = owed.lastDoneOn();
            LocalDate expected = owed.windows().stream()
                    .filter(window -> window.state() == Window.State.OVERDUE
                            && (window.occasion() == null
                                    || today.isBefore(window.until().plusDays(30))))
                    .map(Window::until)
                    .filter(until -> last == null || until.isAfter(last))
                    .min(LocalDate::compareTo)
                    .orElse(null);
            assertThat(owed.overdueSince().orElse(null)).isEqualTo(expected);
            owed.overdueSince().ifPresent(since -> assertThat(since).isBeforeOrEqualTo(today));
        });
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    @Clause("JB-41")
    void givesASuccessorWhatAFamilyWithoutPredecessorHas(
            @ForAll("days") LocalDate handedOver,
            @ForAll("days") LocalDate today,
            @ForAll("visits") List<LocalDate> visits) {
        String[] days = visits.stream().map(LocalDate::toString).toArray(String[]::new);
        OneChild succeeded = new OneChild(JINBAO)
                .paired(OneChild.FAMILY, "2023-12-01", handedOver.toString())
                .paired(OneChild.SUCCESSOR, handedOver.toString(), null)
                .visits(OneChild.FAMILY, days);
        OneChild alone = new OneChild(JINBAO).paired(OneChild.SUCCESSOR, handedOver.toString(), null);
        List<Owed> theirs = succeeded.owed(today.toString()).stream()
                .filter(owed -> owed.by().equals(OwedBy.family(OneChild.SUCCESSOR)))
                .toList();
        assertThat(theirs).isEqualTo(alone.owed(today.toString()));
        if (!today.isBefore(handedOver)) {
            assertThat(succeeded.owed(today.toString())).hasSameSizeAs(theirs);
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void cutsTheCalendarWithoutGapOrOverlap(@ForAll("days") LocalDate from, @ForAll("days") LocalDate to) {
        LocalDate until = from.isBefore(to) ? to : from.plusDays(1);
        for (Rhythm rhythm : List.of(Rhythm.WEEK, Rhythm.MONTH, Rhythm.TWO_MONTHS, Rhythm.QUARTER, Rhythm.YEAR)) {
            List<Cut> cuts = Cutting.of(rhythm, from, until);
            assertThat(cuts.get(0).contains(from)).isTrue();
            assertThat(cuts.get(cuts.size() - 1).contains(until.minusDays(1))).isTrue();
            for (int i = 1; i < cuts.size(); i++) {
                assertThat(cuts.get(i).from()).isEqualTo(cuts.get(i - 1).until());
            }
            cuts.forEach(
                    cut -> assertThat(Cutting.containing(rhythm, cut.until().minusDays(1)))
                            .isEqualTo(cut));
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void reckonsWithSetsOfDaysAsOneReckonsDayByDay(
            @ForAll("stretches") List<Period> one, @ForAll("stretches") List<Period> two) {
        Days left = Days.of(one);
        Days right = Days.of(two);
        for (LocalDate day = FIRST; day.isBefore(FIRST.plusDays(80)); day = day.plusDays(1)) {
            LocalDate on = day;
            boolean inOne = one.stream().anyMatch(period -> period.contains(on));
            boolean inTwo = two.stream().anyMatch(period -> period.contains(on));
            assertThat(left.contains(day)).isEqualTo(inOne);
            assertThat(left.and(right).contains(day)).isEqualTo(inOne && inTwo);
            assertThat(left.or(right).contains(day)).isEqualTo(inOne || inTwo);
            assertThat(left.without(right).contains(day)).isEqualTo(inOne && !inTwo);
        }
        assertThat(left.within(FIRST, FIRST.plusDays(80)))
                .isEqualTo(left.stretches().stream()
                        .mapToLong(period -> ChronoUnit.DAYS.between(period.from(), period.to()))
                        .sum());
    }

    @Provide
    Arbitrary<List<Period>> stretches() {
        Arbitrary<Integer> start = Arbitraries.integers().between(0, 60);
        Arbitrary<Integer> length = Arbitraries.integers().between(0, 20);
        return Combinators.combine(start, length)
                .as((from, days) -> new Period(FIRST.plusDays(from), FIRST.plusDays(from + days)))
                .list()
                .ofMaxSize(6);
    }

    /** The size of a largest matching of days to windows, by augmenting paths. */
    private static long mostThatCanBeMet(List<Window> windows, Set<LocalDate> days) {
        Map<Window, LocalDate> taken = new HashMap<>();
        return days.stream()
                .filter(day -> place(day, windows, taken, new HashSet<>()))
                .count();
    }

    private static boolean place(LocalDate day, List<Window> windows, Map<Window, LocalDate> taken, Set<Window> seen) {
        for (Window window : windows) {
            if (window.contains(day) && seen.add(window)) {
                LocalDate other = taken.get(window);
                if (other == null || place(other, windows, taken, seen)) {
                    taken.put(window, day);
                    return true;
                }
            }
        }
        return false;
    }
}

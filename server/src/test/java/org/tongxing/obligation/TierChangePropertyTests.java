package org.tongxing.obligation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongxing.obligation.OneChild.SHAOGUAN;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
import org.tongxing.policy.DeedKind;
import org.tongxing.policy.Rhythm;
import org.tongxing.policy.RiskTier;

/** However often the tier changes, and on whatever days: nobody's protection lapses. */
@Clause("GD-24")
class TierChangePropertyTests {

    private static final LocalDate FIRST = LocalDate.of(2024, 6, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers()
                .between(0, 638)
                .withDistribution(RandomDistribution.uniform())
                .map(FIRST::plusDays);
    }

    @Provide
    Arbitrary<List<Change>> changes() {
        Arbitrary<Integer> day = Arbitraries.integers().between(1, 630).withDistribution(RandomDistribution.uniform());
        return Combinators.combine(day, Arbitraries.of(RiskTier.class))
                .as(Change::new)
                .list()
                .ofMaxSize(9);
    }

    /**
     * On any day, as one sees it on that day: there is a window to be visited in, and it ends no later than the window of
     * the tier of that day, or a week after the last rise.
     */
    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
    @Clause("GD-19")
    @Clause("GD-21")
    @Clause("GD-23")
    void alwaysLeavesAWindowOpenThatIsNoLongerThanTheTierAllows(
            @ForAll("changes") List<Change> changes, @ForAll("days") LocalDate day) {
        TreeMap<LocalDate, RiskTier> tiers = new TreeMap<>(tiers(changes).headMap(day, true));
        LocalDate deadline = visits(child(tiers).owed(day.toString())).stream()
                .filter(window -> window.contains(day))
                .map(Window::until)
                .min(LocalDate::compareTo)
                .orElse(null);
        LocalDate allowed =
                Cutting.containing(rhythm(tiers.lastEntry().getValue()), day).until();
        LocalDate afterRise = lastRise(tiers).plusDays(7);
        assertThat(deadline).isNotNull().isBeforeOrEqualTo(allowed.isAfter(afterRise) ? allowed : afterRise);
        Statistics.label("rises")
                .collect(rises(tiers) > 0)
                .coverage(coverage -> coverage.check(true).percentage(share -> share > 20));
    }

    /** Whoever was overdue yesterday is overdue today, or was visited, or the risk has risen and it is due anew. */
    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
    void neverForgetsADebtBecauseTheTierChanges(
            @ForAll("changes") List<Change> changes, @ForAll("days") LocalDate day) {
        TreeMap<LocalDate, RiskTier> yesterday = new TreeMap<>(tiers(changes).headMap(day, false));
        if (!yesterday.isEmpty()) {
            boolean overdue = child(yesterday).owed(day.minusDays(1).toString()).stream()
                    .anyMatch(owed -> owed.rule().deed() == DeedKind.VISIT
                            && owed.overdueSince().isPresent());
            TreeMap<LocalDate, RiskTier> today = new TreeMap<>(tiers(changes).headMap(day, true));
            boolean still = child(today).owed(day.toString()).stream()
                    .anyMatch(owed -> owed.rule().deed() == DeedKind.VISIT
                            && owed.overdueSince().isPresent());
            assertThat(still || !overdue).isTrue();
        }
    }

    /** A child who becomes high is to be seen that day, each time it does. */
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    @Clause("GD-17")
    void asksForTheSameDayEachTimeAChildBecomesHigh(@ForAll("changes") List<Change> changes) {
        TreeMap<LocalDate, RiskTier> tiers = tiers(changes);
        List<LocalDate> becameHigh = new ArrayList<>();
        RiskTier before = null;
        for (Map.Entry<LocalDate, RiskTier> one : tiers.entrySet()) {
            if (one.getValue() == RiskTier.HIGH
                    && before != RiskTier.HIGH
                    && one.getKey().isBefore(TODAY)) {
                becameHigh.add(one.getKey());
            }
            before = one.getValue();
        }
        List<LocalDate> asked = child(tiers).owed(TODAY.toString()).stream()
                .filter(owed -> owed.rule().per() == Rhythm.AT_ONCE)
                .flatMap(owed -> owed.windows().stream())
                .map(Window::from)
                .toList();
        assertThat(asked).isEqualTo(becameHigh);
    }

    private static OneChild child(TreeMap<LocalDate, RiskTier> tiers) {
        OneChild child = new OneChild(SHAOGUAN).registeredOn(FIRST.toString());
        tiers.forEach((day, tier) -> child.tier(tier, day.toString()));
        return child;
    }

    private static TreeMap<LocalDate, RiskTier> tiers(List<Change> changes) {
        TreeMap<LocalDate, RiskTier> all = new TreeMap<>();
        all.put(FIRST, RiskTier.MEDIUM_LOW);
        changes.forEach(change -> all.put(FIRST.plusDays(change.day()), change.to()));
        TreeMap<LocalDate, RiskTier> turns = new TreeMap<>();
        all.forEach((day, tier) -> {
            if (turns.isEmpty() || turns.lastEntry().getValue() != tier) {
                turns.put(day, tier);
            }
        });
        return turns;
    }

    private static Rhythm rhythm(RiskTier tier) {
        return switch (tier) {
            case HIGH, MEDIUM_HIGH -> Rhythm.MONTH;
            case MEDIUM_LOW -> Rhythm.TWO_MONTHS;
            case LOW -> Rhythm.QUARTER;
        };
    }

    private static List<Window> visits(List<Owed> owed) {
        return owed.stream()
                .filter(one -> one.rule().deed() == DeedKind.VISIT && one.rule().per() != Rhythm.AT_ONCE)
                .flatMap(one -> one.windows().stream())
                .filter(window -> window.state() != Window.State.NOT_OWED)
                .toList();
    }

    private static LocalDate lastRise(TreeMap<LocalDate, RiskTier> tiers) {
        LocalDate rise = FIRST;
        RiskTier before = null;
        for (Map.Entry<LocalDate, RiskTier> one : tiers.entrySet()) {
            if (before == null || one.getValue().isAbove(before)) {
                rise = one.getKey();
            }
            before = one.getValue();
        }
        return rise;
    }

    private static int rises(TreeMap<LocalDate, RiskTier> tiers) {
        int rises = 0;
        RiskTier before = null;
        for (RiskTier tier : tiers.values()) {
            rises += before != null && tier.isAbove(before) ? 1 : 0;
            before = tier;
        }
        return rises;
    }

    /** So many days after the first one, the tier becomes this. */
    record Change(int day, RiskTier to) {}
}

package org.tongxing.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Sex;

/** Intervals are found by looking at a few days; they equal what looking at every day finds. */
class CategoryIntervalPropertyTests {

    private static final LocalDate FROM = LocalDate.of(2024, 1, 1);
    private static final Set<String> LEFT_BEHIND = Set.of("6", "GD-L");
    private static final LocalDate TO = LocalDate.of(2026, 1, 1);

    /** Days to walk back: more than three months, so that longer runs need no longer walk. */
    private static final int FAR_ENOUGH = 120;

    private static final Period NATIONAL_DAY = new Period(LocalDate.of(2024, 10, 1), LocalDate.of(2024, 10, 8));

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    @Clause("JB-06")
    @Clause("JB-17")
    void equalADayByDayRecountByTheRulesOfJinbao(@ForAll("children") ChildFacts facts) {
        equalsRecount(Fixtures.JB, facts);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    @Clause("GD-05")
    @Clause("GD-06")
    @Clause("GD-07")
    void equalADayByDayRecountByTheRulesOfGuangdong(@ForAll("children") ChildFacts facts) {
        equalsRecount(Fixtures.GD, facts);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void areLongestPossibleAndDoNotOverlap(@ForAll("children") ChildFacts facts) {
        List<CategoryInterval> intervals = new CategoryJudge(Fixtures.JB).intervals(facts, FROM, TO);
        for (CategoryInterval one : intervals) {
            assertThat(one.startsOn()).isBefore(one.endsOn()).isAfterOrEqualTo(FROM);
            assertThat(one.endsOn()).isBeforeOrEqualTo(TO);
            assertThat(intervals)
                    .filteredOn(other -> other != one && other.category().equals(one.category()))
                    .noneMatch(other -> other.continues(one)
                            || (other.startsOn().isBefore(one.endsOn())
                                    && one.startsOn().isBefore(other.endsOn())));
        }
    }

    /** Three months away, counted by walking back one day at a time. */
    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    @Clause("JB-17")
    void countMonthsAwayAsACalendarDoes(@ForAll("children") ChildFacts facts, @ForAll boolean interrupt) {
        Condition condition = new OfParent.WorkingAway(3, interrupt, null);
        View view = View.of(facts, Fixtures.JB).of(Fact.Parent.FATHER);
        for (LocalDate day = FROM; day.isBefore(TO); day = day.plusDays(5)) {
            LocalDate start = day;
            while (start.isAfter(day.minusDays(FAR_ENOUGH)) && awayOn(facts, start, interrupt)) {
                start = start.minusDays(1);
            }
            boolean full =
                    start.isBefore(day) && !day.isBefore(start.plusDays(1).plusMonths(3));
            assertThat(condition.holds(view, day)).as("%s", day).isEqualTo(full);
        }
    }

    private static boolean awayOn(ChildFacts facts, LocalDate day, boolean interrupt) {
        return facts.facts().stream()
                .filter(dated -> dated.holdsOn(day))
                .map(Dated::value)
                .anyMatch(fact -> fact instanceof Fact.ParentSituation one
                        && one.parent() == Fact.Parent.FATHER
                        && one.situation() == Fact.Situation.WORKING_AWAY
                        && !(interrupt && one.shortReturns().stream().anyMatch(home -> home.contains(day))));
    }

    private static void equalsRecount(AdoptedRules rules, ChildFacts facts) {
        CategoryJudge judge = new CategoryJudge(rules);
        List<CategoryInterval> intervals = judge.intervals(facts, FROM, TO);
        for (LocalDate day = FROM; day.isBefore(TO); day = day.plusDays(1)) {
            LocalDate on = day;
            List<String> derived = intervals.stream()
                    .filter(interval -> interval.holdsOn(on))
                    .map(interval -> interval.category() + interval.clauses())
                    .sorted()
                    .toList();
            List<String> recounted = judge.judge(facts, on).stream()
                    .filter(CategoryVerdict::holds)
                    .map(verdict -> verdict.category() + verdict.clauses())
                    .sorted()
                    .toList();
            assertThat(derived).as("%s", on).isEqualTo(recounted);
        }
        long turns = intervals.stream()
                .filter(interval -> LEFT_BEHIND.contains(interval.category()))
                .filter(interval -> interval.startsOn().isAfter(FROM))
                .count();
        // An equality of two empty lists would prove nothing.
        Statistics.label("left-behind begins inside the range")
                .collect(turns > 0)
                .coverage(coverage -> coverage.check(true).percentage(share -> share > 5));
    }

    /** Half of the children have both parents away, or a low income: pure chance would seldom meet all conditions at once. */
    @Provide
    Arbitrary<ChildFacts> children() {
        Arbitrary<LocalDate> births =
                uniform(0, 6000).map(days -> LocalDate.of(2006, 6, 1).plusDays(days));
        Arbitrary<List<Dated<Fact>>> bases = Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(List.of())),
                Tuple.of(2, bothAway()),
                Tuple.of(1, periods().map(period -> List.of(new Dated<>(Fact.FamilyBenefit.LOW_INCOME, period)))));
        return Combinators.combine(births, bases, dated().list().ofMaxSize(8)).as((birth, base, facts) -> {
            List<Dated<Fact>> all = new ArrayList<>(base);
            all.addAll(facts);
            return new ChildFacts(birth, Sex.FEMALE, all);
        });
    }

    private static Arbitrary<List<Dated<Fact>>> bothAway() {
        return Combinators.combine(periods(), periods(), places(), places())
                .as((father, mother, one, other) -> List.of(
                        new Dated<>(new Fact.Hukou(true, Fixtures.VILLAGE), Period.ALWAYS),
                        new Dated<>(Fact.ParentSituation.workingAway(Fact.Parent.FATHER, one, NATIONAL_DAY), father),
                        new Dated<>(Fact.ParentSituation.workingAway(Fact.Parent.MOTHER, other), mother)));
    }

    private static Arbitrary<Period> periods() {
        Arbitrary<Integer> start = uniform(-200, 600);
        Arbitrary<Integer> length = uniform(0, 700);
        Arbitrary<Period> some = Combinators.combine(start, length)
                .as((from, days) -> new Period(FROM.plusDays(from), FROM.plusDays(from + days)));
        return Arbitraries.frequencyOf(Tuple.of(3, some), Tuple.of(1, Arbitraries.just(Period.ALWAYS)));
    }

    /** Not the usual preference for small numbers: a month away is too short for what is tested here. */
    private static Arbitrary<Integer> uniform(int from, int to) {
        return Arbitraries.integers().between(from, to).withDistribution(RandomDistribution.uniform());
    }

    private static Arbitrary<DivisionCode> places() {
        return Arbitraries.of("4419", "511303", "511304", "440203", "440204", "51")
                .map(DivisionCode::new);
    }

    private static Arbitrary<Dated<Fact>> dated() {
        return Combinators.combine(facts(), periods()).as(Dated::new);
    }

    private static Arbitrary<Fact> facts() {
        Arbitrary<Fact.Parent> parents = Arbitraries.of(Fact.Parent.class);
        Arbitrary<Fact> situations = Combinators.combine(parents, Arbitraries.of(Fact.Situation.class))
                .as(Fact.ParentSituation::of);
        Arbitrary<Fact> away = Combinators.combine(parents, places(), Arbitraries.of(true, false))
                .as((parent, place, home) -> home
                        ? Fact.ParentSituation.workingAway(parent, place, NATIONAL_DAY)
                        : Fact.ParentSituation.workingAway(parent, place));
        Arbitrary<Fact> hukou =
                Combinators.combine(Arbitraries.of(true, true, false), places()).as(Fact.Hukou::new);
        Arbitrary<Fact> disabilities = Combinators.combine(
                        Arbitraries.of(Fact.DisabilityType.class),
                        Arbitraries.integers().between(1, 4))
                .as(Fact.Disability::new);
        Arbitrary<Fact> others = Arbitraries.of(
                Fact.Status.ORPHAN,
                Fact.Status.IN_INSTITUTION,
                Fact.Found.HARM,
                Fact.Found.GUARDIANSHIP_FAILURE,
                Fact.Found.EMERGENCY,
                Fact.FamilyBenefit.LOW_INCOME,
                Fact.FamilyBenefit.EXPENDITURE_POOR,
                new Fact.JudgedIncapable(Fact.Parent.MOTHER),
                new Fact.Illness(BigDecimal.TEN, BigDecimal.ONE));
        return Arbitraries.oneOf(situations, away, away, away, hukou, disabilities, others);
    }
}

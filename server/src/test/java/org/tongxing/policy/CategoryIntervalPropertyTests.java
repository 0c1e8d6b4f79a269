package org.tongxing.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Sex;

/** Intervals are found by looking at a few days; they equal what looking at every day finds. */
class CategoryIntervalPropertyTests {

    private static final LocalDate FROM = LocalDate.of(2024, 1, 1);
    private static final LocalDate TO = LocalDate.of(2026, 1, 1);

    /** Days to walk back: more than three months, so that longer runs need no longer walk. */
    private static final int FAR_ENOUGH = 120;

    private static final Period NATIONAL_DAY = new Period(LocalDate.of(2024, 10, 1), LocalDate.of(2024, 10, 8));

    @Property(tries = 100)
    @Clause("JB-06")
    @Clause("JB-17")
    void equalADayByDayRecountByTheRulesOfJinbao(@ForAll("children") ChildFacts facts) {
        equalsRecount(Fixtures.JB, facts);
    }

    @Property(tries = 100)
    @Clause("GD-05")
    @Clause("GD-06")
    @Clause("GD-07")
    void equalADayByDayRecountByTheRulesOfGuangdong(@ForAll("children") ChildFacts facts) {
        equalsRecount(Fixtures.GD, facts);
    }

    @Property(tries = 100)
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
    @Property(tries = 100)
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
    }

    @Provide
    Arbitrary<ChildFacts> children() {
        Arbitrary<LocalDate> births = Arbitraries.integers()
                .between(0, 8000)
                .map(days -> LocalDate.of(2006, 1, 1).plusDays(days));
        return Combinators.combine(births, dated().list().ofMaxSize(12)).as((birth, facts) -> {
            ChildFacts child = ChildFacts.of(birth, Sex.FEMALE);
            return new ChildFacts(child.birthOn(), child.sex(), new ArrayList<>(facts));
        });
    }

    private static Arbitrary<Dated<Fact>> dated() {
        Arbitrary<Integer> start = Arbitraries.integers().between(-200, 800);
        Arbitrary<Integer> length = Arbitraries.integers().between(0, 500);
        Arbitrary<Period> some = Combinators.combine(start, length)
                .as((from, days) -> new Period(FROM.plusDays(from), FROM.plusDays(from + days)));
        Arbitrary<Period> periods =
                Arbitraries.frequencyOf(Tuple.of(3, some), Tuple.of(1, Arbitraries.just(Period.ALWAYS)));
        return Combinators.combine(facts(), periods).as(Dated::new);
    }

    private static Arbitrary<Fact> facts() {
        Arbitrary<Fact.Parent> parents = Arbitraries.of(Fact.Parent.class);
        Arbitrary<DivisionCode> places = Arbitraries.of("4419", "511304114003", "511304", "440203", "440204", "51")
                .map(DivisionCode::new);
        Arbitrary<Fact> situations = Combinators.combine(parents, Arbitraries.of(Fact.Situation.class))
                .as(Fact.ParentSituation::of);
        Arbitrary<Fact> away = Combinators.combine(parents, places, Arbitraries.of(true, false))
                .as((parent, place, home) -> home
                        ? Fact.ParentSituation.workingAway(parent, place, NATIONAL_DAY)
                        : Fact.ParentSituation.workingAway(parent, place));
        Arbitrary<Fact> hukou =
                Combinators.combine(Arbitraries.of(true, true, false), places).as(Fact.Hukou::new);
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

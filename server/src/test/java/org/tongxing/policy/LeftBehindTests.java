package org.tongxing.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongxing.policy.Fixtures.DONGGUAN;
import static org.tongxing.policy.Fixtures.GD;
import static org.tongxing.policy.Fixtures.JB;
import static org.tongxing.policy.Fixtures.LONG_AGO;
import static org.tongxing.policy.Fixtures.SHENZHEN_LONGGANG;
import static org.tongxing.policy.Fixtures.TODAY;
import static org.tongxing.policy.Fixtures.VILLAGE;
import static org.tongxing.policy.Fixtures.away;
import static org.tongxing.policy.Fixtures.child;
import static org.tongxing.policy.Fixtures.father;
import static org.tongxing.policy.Fixtures.isIn;
import static org.tongxing.policy.Fixtures.mother;
import static org.tongxing.policy.Fixtures.ruralChild;
import static org.tongxing.policy.Fixtures.verdict;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.ClauseId;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.policy.Fact.Parent;
import org.tongxing.policy.Fact.Situation;

class LeftBehindTests {

    private static ChildFacts bothAway(int age) {
        return ruralChild(age)
                .with(away(Parent.FATHER, DONGGUAN), LONG_AGO, null)
                .with(away(Parent.MOTHER, SHENZHEN_LONGGANG), LONG_AGO, null);
    }

    @Test
    @Clause("JB-15")
    void countsARuralChildWithBothParentsAway() {
        CategoryVerdict verdict = verdict(JB, bothAway(9), "6");
        assertThat(verdict.holds()).isTrue();
        assertThat(verdict.clauses()).containsExactly(ClauseId.of("JB-15"), ClauseId.of("JB-17"));
        assertThat(verdict.reason()).isEqualTo("父母外出、没法一起生活〔JB-15〕，连续外出三个月以上〔JB-17〕");
    }

    @Test
    @Clause("JB-15")
    void lapsesOnTheSixteenthBirthday() {
        assertThat(verdict(JB, bothAway(16), "6", TODAY.minusDays(1)).holds()).isTrue();
        assertThat(verdict(JB, bothAway(16), "6").reason()).isEqualTo("已满 16 岁，不再算这一类〔JB-15〕");
    }

    @Test
    @Clause("JB-15")
    void asksForARuralHukou() {
        ChildFacts urban = child(9).with(new Fact.Hukou(false, VILLAGE))
                .with(away(Parent.FATHER, DONGGUAN), LONG_AGO, null)
                .with(away(Parent.MOTHER, DONGGUAN), LONG_AGO, null);
        assertThat(verdict(JB, urban, "6").reason()).isEqualTo("不是农村户籍〔JB-15〕");
    }

    @ParameterizedTest
    @CsvSource({
        "SERIOUSLY_ILL, false, true",
        "SEVERELY_DISABLED, false, true",
        "IMPRISONED, false, false",
        "IMPRISONED, true, true",
        "AT_HOME, false, false",
    })
    @Clause("JB-16")
    void asksWhetherTheParentAtHomeIsUnable(Situation mother, boolean judged, boolean holds) {
        ChildFacts facts = ruralChild(9)
                .with(away(Parent.FATHER, DONGGUAN), LONG_AGO, null)
                .with(mother(mother));
        ChildFacts told = judged ? facts.with(new Fact.JudgedIncapable(Parent.MOTHER)) : facts;
        CategoryVerdict verdict = verdict(JB, told, "6");
        assertThat(verdict.holds()).isEqualTo(holds);
        if (!holds) {
            assertThat(verdict.reason()).isEqualTo("另一方没外出，也带得了孩子〔JB-16〕");
        }
    }

    @Test
    @Clause("JB-17")
    void countsFromTheDayThreeMonthsAreFull() {
        LocalDate left = LocalDate.of(2026, 1, 15);
        ChildFacts facts = ruralChild(9)
                .with(away(Parent.FATHER, DONGGUAN), LONG_AGO, null)
                .with(away(Parent.MOTHER, DONGGUAN), left, null);
        CategoryVerdict before = verdict(JB, facts, "6", LocalDate.of(2026, 4, 14));
        assertThat(before.holds()).isFalse();
        assertThat(before.reason()).isEqualTo("另一方没外出，也带得了孩子〔JB-16〕");
        assertThat(verdict(JB, facts, "6", LocalDate.of(2026, 4, 15)).holds()).isTrue();
    }

    @Test
    @Clause("JB-17")
    void startsAnewAfterAParentStayedAtHomeButNotWhenTheWorkplaceChanges() {
        ChildFacts father = ruralChild(9).with(away(Parent.FATHER, DONGGUAN), LONG_AGO, null);
        LocalDate change = LocalDate.of(2026, 9, 1);
        ChildFacts moved = father.with(away(Parent.MOTHER, DONGGUAN), LONG_AGO, change)
                .with(away(Parent.MOTHER, SHENZHEN_LONGGANG), change, null);
        assertThat(isIn(JB, moved, "6")).isTrue();
        ChildFacts rested = father.with(away(Parent.MOTHER, DONGGUAN), LONG_AGO, change)
                .with(mother(Situation.AT_HOME), change, change.plusDays(20))
                .with(away(Parent.MOTHER, DONGGUAN), change.plusDays(20), null);
        assertThat(isIn(JB, rested, "6")).isFalse();
    }

    @Test
    @Clause("GD-05")
    void judgesLeftBehindChildrenApartFromTheSixClasses() {
        assertThat(verdict(GD, bothAway(15), "GD-L").clauses())
                .containsExactly(ClauseId.of("GD-05"), ClauseId.of("GD-06"), ClauseId.of("GD-07"));
        assertThat(isIn(GD, bothAway(16), "GD-L")).isFalse();
        assertThat(isIn(GD, child(9).with(father(Situation.WORKING_AWAY)), "GD-L"))
                .isFalse();
    }

    @Test
    @Clause("GD-06")
    void doesNotLetASpringFestivalAtHomeInterruptTheMonths() {
        Period festival = new Period(LocalDate.of(2026, 9, 20), LocalDate.of(2026, 10, 8));
        ChildFacts facts = ruralChild(9)
                .with(away(Parent.FATHER, DONGGUAN, festival), LONG_AGO, null)
                .with(away(Parent.MOTHER, DONGGUAN, festival), LONG_AGO, null);
        assertThat(isIn(GD, facts, "GD-L")).isTrue();
        assertThat(verdict(GD, facts, "GD-L", LocalDate.of(2026, 10, 1)).holds())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "511304114003, 4419, true",
        "511304114003, 511303, true",
        "511304114003, 511304, false",
        "511304114003, 511304200, false",
        // 只写到省、市: in doubt for the child
        "511304114003, 51, true",
        // the core districts of one city, and of two
        "440203001, 440204, false",
        "440203001, 440205, true",
        "440203001, 440104, true",
    })
    @Clause("GD-07")
    void countsWorkInAnotherCountyOnly(String hukou, String work, boolean holds) {
        DivisionCode place = new DivisionCode(work);
        ChildFacts facts = child(9).with(new Fact.Hukou(true, new DivisionCode(hukou)))
                .with(away(Parent.FATHER, place), LONG_AGO, null)
                .with(away(Parent.MOTHER, place), LONG_AGO, null);
        assertThat(isIn(GD, facts, "GD-L")).isEqualTo(holds);
        assertThat(isIn(JB, facts, "6")).isTrue();
        if (!holds) {
            assertThat(verdict(GD, facts, "GD-L").reason()).isEqualTo("没有跨县务工〔GD-07〕");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SEVERELY_DISABLED, true, true",
        "SEVERELY_DISABLED, false, false",
        "DEPORTED, true, true",
        "OUT_OF_CONTACT, true, true",
        "AT_HOME, true, false",
    })
    @Clause("GD-08")
    void asksForTheSituationAndForTheRecordedJudgement(Situation mother, boolean judged, boolean holds) {
        ChildFacts facts = ruralChild(9)
                .with(away(Parent.FATHER, DONGGUAN), LONG_AGO, null)
                .with(mother(mother));
        ChildFacts told = judged ? facts.with(new Fact.JudgedIncapable(Parent.MOTHER)) : facts;
        assertThat(isIn(GD, told, "GD-L")).isEqualTo(holds);
    }
}

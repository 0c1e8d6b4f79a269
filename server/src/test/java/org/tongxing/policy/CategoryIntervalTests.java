package org.tongxing.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongxing.policy.Fixtures.BOOKS;
import static org.tongxing.policy.Fixtures.DONGGUAN;
import static org.tongxing.policy.Fixtures.JB;
import static org.tongxing.policy.Fixtures.VILLAGE;
import static org.tongxing.policy.Fixtures.away;
import static org.tongxing.policy.Fixtures.father;
import static org.tongxing.policy.Fixtures.mother;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.ClauseId;
import org.tongxing.kernel.Sex;
import org.tongxing.policy.Fact.Parent;
import org.tongxing.policy.Fact.Situation;
import org.tongxing.policy.Fact.Status;

class CategoryIntervalTests {

    private static final LocalDate FROM = LocalDate.of(2024, 1, 1);
    private static final LocalDate TO = LocalDate.of(2035, 1, 1);

    @Test
    @Clause("JB-15")
    @Clause("JB-17")
    @Clause("JB-18")
    void runsFromTheFullThirdMonthToTheSixteenthBirthdayWhileOthersGoOn() {
        ChildFacts facts = ChildFacts.of(LocalDate.of(2014, 6, 10), Sex.MALE)
                .with(new Fact.Hukou(true, VILLAGE))
                .with(away(Parent.FATHER, DONGGUAN), LocalDate.of(2025, 2, 1), null)
                .with(away(Parent.MOTHER, DONGGUAN), LocalDate.of(2025, 11, 30), null)
                .with(Fact.FamilyBenefit.LOW_INCOME);
        assertThat(new CategoryJudge(JB).intervals(facts, FROM, TO))
                .containsExactly(
                        new CategoryInterval("4", List.of(ClauseId.of("JB-13")), FROM, LocalDate.of(2032, 6, 10)),
                        // 30 November and three months: February has no 30th, so its last day
                        new CategoryInterval(
                                "6",
                                List.of(ClauseId.of("JB-15"), ClauseId.of("JB-17")),
                                LocalDate.of(2026, 2, 28),
                                LocalDate.of(2030, 6, 10)));
    }

    @Test
    @Clause("JB-08")
    @Clause("JB-09")
    void beginsANewIntervalWhenAnotherClauseTakesOver() {
        LocalDate death = LocalDate.of(2026, 3, 5);
        ChildFacts facts = ChildFacts.of(LocalDate.of(2016, 6, 10), Sex.MALE)
                .with(father(Situation.IMPRISONED), null, death)
                .with(father(Situation.DEAD), death, null)
                .with(mother(Situation.OUT_OF_CONTACT));
        assertThat(new CategoryJudge(JB).intervals(facts, FROM, TO))
                .containsExactly(
                        new CategoryInterval("2", List.of(ClauseId.of("JB-08")), FROM, death),
                        new CategoryInterval("2", List.of(ClauseId.of("JB-09")), death, LocalDate.of(2034, 6, 10)));
    }

    @Test
    void isEmptyForAnEmptyRange() {
        assertThat(new CategoryJudge(JB).intervals(Fixtures.child(9).with(Status.ORPHAN), FROM, FROM))
                .isEmpty();
    }

    @Test
    @Clause("JB-07")
    void startsWithTheAdoptionOfTheBook() {
        ChildFacts facts = ChildFacts.of(LocalDate.of(2015, 1, 1), Sex.MALE).with(Status.ORPHAN);
        LocalDate from = LocalDate.of(2023, 1, 1);
        assertThat(CategoryJudge.intervals(facts, Adoptions.byJurisdiction(BOOKS), VILLAGE, from, TO))
                .containsExactly(new CategoryInterval(
                        "1", List.of(ClauseId.of("JB-07")), LocalDate.of(2023, 11, 8), LocalDate.of(2033, 1, 1)));
    }
}

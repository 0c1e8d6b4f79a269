package org.tongxing.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongxing.policy.Fixtures.JB;
import static org.tongxing.policy.Fixtures.TODAY;
import static org.tongxing.policy.Fixtures.child;
import static org.tongxing.policy.Fixtures.father;
import static org.tongxing.policy.Fixtures.isIn;
import static org.tongxing.policy.Fixtures.mother;
import static org.tongxing.policy.Fixtures.verdict;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.ClauseId;
import org.tongxing.policy.Fact.DisabilityType;
import org.tongxing.policy.Fact.FamilyBenefit;
import org.tongxing.policy.Fact.Found;
import org.tongxing.policy.Fact.Situation;
import org.tongxing.policy.Fact.Status;

class JbCategoryTests {

    @Test
    @Clause("JB-06")
    void judgesEachOfTheSixCategoriesInOrder() {
        assertThat(new CategoryJudge(JB).judge(child(9), TODAY))
                .extracting(CategoryVerdict::category)
                .containsExactly("1", "2", "3", "4", "5", "6");
    }

    @Test
    @Clause("JB-07")
    void pairsOrphansWhoLiveInAFamilyOnly() {
        assertThat(isIn(JB, child(9).with(Status.ORPHAN), "1")).isTrue();
        assertThat(isIn(JB, child(9).with(Status.ABANDONED), "1")).isTrue();
        assertThat(isIn(JB, child(9).with(father(Situation.DEAD)).with(mother(Situation.MISSING)), "1"))
                .isTrue();
        assertThat(isIn(JB, child(9).with(father(Situation.DEAD)), "1")).isFalse();
        assertThat(isIn(JB, child(9).with(Status.ORPHAN).with(Status.IN_INSTITUTION), "1"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"17, true", "18, false"})
    @Clause("JB-07")
    void countsAnOrphanUntilTheDayBeforeTheEighteenthBirthday(int age, boolean holds) {
        CategoryVerdict verdict = verdict(JB, child(age).with(Status.ORPHAN), "1");
        assertThat(verdict.holds()).isEqualTo(holds);
        assertThat(verdict.reason()).isEqualTo(holds ? "社会散居的孤儿〔JB-07〕" : "已满 18 岁，不再算这一类〔JB-07〕");
        assertThat(verdict(JB, child(18).with(Status.ORPHAN), "1", TODAY.minusDays(1))
                        .holds())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "IMPRISONED, SERIOUSLY_ILL, true",
        "SEVERELY_DISABLED, SEVERELY_DISABLED, true",
        "COMPULSORY_REHAB, OTHERWISE_RESTRICTED, true",
        "OUT_OF_CONTACT, IMPRISONED, true",
        "IMPRISONED, AT_HOME, false",
        "IMPRISONED, DIVORCED, false",
        // 2a leaves these two out; 2b does not
        "IMPRISONED, GUARDIANSHIP_REVOKED, false",
        "DEPORTED, IMPRISONED, false",
    })
    @Clause("JB-08")
    void countsAChildWhoseParentsAreBothUnable(Situation father, Situation mother, boolean holds) {
        CategoryVerdict verdict = verdict(JB, child(9).with(father(father)).with(mother(mother)), "2");
        assertThat(verdict.holds()).isEqualTo(holds);
        assertThat(verdict.clauses()).containsExactly(ClauseId.of("JB-08"));
    }

    @ParameterizedTest
    @CsvSource({
        "DEAD, GUARDIANSHIP_REVOKED, true",
        "DEPORTED, MISSING, true",
        "MISSING, OUT_OF_CONTACT, true",
        "DEAD, WORKING_AWAY, false",
        "DEAD, DEAD, false",
        "DEAD, UNKNOWN, false",
    })
    @Clause("JB-09")
    void countsAChildWithOneParentLostAndTheOtherUnable(Situation father, Situation mother, boolean holds) {
        CategoryVerdict verdict = verdict(JB, child(9).with(father(father)).with(mother(mother)), "2");
        assertThat(verdict.holds()).isEqualTo(holds);
        assertThat(verdict.reason()).isEqualTo(holds ? "一方死亡或失踪，另一方无法抚养〔JB-09〕" : "父母没到都无法抚养〔JB-08〕");
    }

    @ParameterizedTest
    @CsvSource({
        "PHYSICAL, 1, true",
        "PHYSICAL, 2, true",
        "PHYSICAL, 3, false",
        "INTELLECTUAL, 3, true",
        "MENTAL, 3, true",
        "MENTAL, 4, false",
        "INTELLECTUAL, 4, false",
        "HEARING, 2, true",
    })
    @Clause("JB-10")
    @Clause("JB-11")
    @Clause("JB-13")
    void asksForASevereDisabilityAndOtherwiseCountsTheOtherLowIncomeCategory(
            DisabilityType type, int level, boolean severe) {
        ChildFacts facts = child(9).with(FamilyBenefit.LOW_INCOME).with(new Fact.Disability(type, level));
        assertThat(isIn(JB, facts, "3")).isEqualTo(severe);
        assertThat(isIn(JB, facts, "4")).isEqualTo(!severe);
    }

    @ParameterizedTest
    @CsvSource({"11999.99, false", "12000, true", "12000.00, true", "50000, true"})
    @Clause("JB-12")
    void countsAnIllnessFromTheThresholdOn(BigDecimal cost, boolean serious) {
        ChildFacts facts =
                child(9).with(FamilyBenefit.LOW_INCOME).with(new Fact.Illness(cost, new BigDecimal("12000")));
        assertThat(isIn(JB, facts, "3")).isEqualTo(serious);
        assertThat(isIn(JB, facts, "4")).isEqualTo(!serious);
    }

    @Test
    @Clause("JB-10")
    @Clause("JB-11")
    void namesTheCategoryAndTheDefinitionItRestsOn() {
        ChildFacts facts = child(9).with(new Fact.Disability(DisabilityType.PHYSICAL, 2));
        assertThat(verdict(JB, facts.with(FamilyBenefit.LOW_INCOME), "3").reason())
                .isEqualTo("低保家庭的重残、重病孩子〔JB-10〕，一二级残疾，或三级智力、精神〔JB-11〕");
        assertThat(verdict(JB, facts, "3").reason()).isEqualTo("不是低保家庭的重残重病孩子〔JB-10〕");
        ChildFacts mild = child(9).with(FamilyBenefit.LOW_INCOME).with(new Fact.Disability(DisabilityType.MENTAL, 4));
        assertThat(verdict(JB, mild, "3").reason()).isEqualTo("四级精神残疾，不算重残〔JB-11〕");
    }

    @ParameterizedTest
    @CsvSource({"LOW_INCOME, true", "LOW_INCOME_MARGIN, false", "EXPENDITURE_POOR, false", "EXTREME_POVERTY, false"})
    @Clause("JB-13")
    void knowsNoOtherPoorFamiliesThanThoseOnLowIncomeBenefit(FamilyBenefit benefit, boolean holds) {
        assertThat(isIn(JB, child(9).with(benefit), "4")).isEqualTo(holds);
    }

    @Test
    @Clause("JB-14")
    void countsHarmOnlyWhenGuardianshipFailed() {
        assertThat(isIn(JB, child(9).with(Found.HARM), "5")).isFalse();
        assertThat(isIn(JB, child(9).with(Found.GUARDIANSHIP_FAILURE), "5")).isFalse();
        assertThat(isIn(JB, child(9).with(Found.HARM).with(Found.GUARDIANSHIP_FAILURE), "5"))
                .isTrue();
        assertThat(isIn(JB, child(9).with(Found.SINGLE_PARENT_IN_HARDSHIP), "5"))
                .isTrue();
        assertThat(isIn(JB, child(9).with(Found.EMERGENCY), "5")).isTrue();
        assertThat(isIn(JB, child(18).with(Found.EMERGENCY), "5")).isFalse();
    }
}

package org.tongxing.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongxing.policy.Fixtures.GD;
import static org.tongxing.policy.Fixtures.TODAY;
import static org.tongxing.policy.Fixtures.child;
import static org.tongxing.policy.Fixtures.father;
import static org.tongxing.policy.Fixtures.isIn;
import static org.tongxing.policy.Fixtures.mother;
import static org.tongxing.policy.Fixtures.verdict;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tongxing.kernel.Clause;
import org.tongxing.policy.Fact.DisabilityType;
import org.tongxing.policy.Fact.FamilyBenefit;
import org.tongxing.policy.Fact.Situation;
import org.tongxing.policy.Fact.Status;

class GdCategoryTests {

    @Test
    @Clause("GD-09")
    void doesNotTellInItsReasonWhyAChildIsInTheFirstClass() {
        assertThat(isIn(GD, child(9).with(Status.ORPHAN).with(Status.IN_INSTITUTION), "GD-1"))
                .isTrue();
        assertThat(verdict(GD, child(9).with(Status.HIV_INFECTED), "GD-1"))
                .isEqualTo(verdict(GD, child(9).with(Status.ORPHAN), "GD-1"));
        assertThat(verdict(GD, child(9), "GD-1").reason()).doesNotContain("艾滋", "孤儿");
    }

    @ParameterizedTest
    @CsvSource({
        "IMPRISONED, GUARDIANSHIP_REVOKED, true",
        "DEAD, DEPORTED, true",
        "DEAD, AT_HOME, false",
    })
    @Clause("GD-10")
    void countsDeFactoUnattendedChildrenAsTheNationDoes(Situation father, Situation mother, boolean holds) {
        assertThat(isIn(GD, child(9).with(father(father)).with(mother(mother)), "GD-2"))
                .isEqualTo(holds);
    }

    @ParameterizedTest
    @EnumSource(FamilyBenefit.class)
    @Clause("GD-11")
    void countsFourKindsOfPoorFamilies(FamilyBenefit benefit) {
        assertThat(isIn(GD, child(9).with(benefit), "GD-3")).isTrue();
        assertThat(isIn(GD, child(18).with(benefit), "GD-3")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"PHYSICAL, 2, true", "PHYSICAL, 3, false", "MENTAL, 4, true", "INTELLECTUAL, 3, true"})
    @Clause("GD-12")
    void countsSevereDisabilityInAnyFamily(DisabilityType type, int level, boolean holds) {
        assertThat(isIn(GD, child(9).with(new Fact.Disability(type, level)), "GD-4"))
                .isEqualTo(holds);
    }

    @Test
    @Clause("GD-13")
    void countsChildrenInTheCareOfCivilAffairsWhileItLasts() {
        ChildFacts facts = child(9).with(Status.CIVIL_AFFAIRS_GUARDIANSHIP, TODAY.minusDays(30), TODAY);
        assertThat(verdict(GD, facts, "GD-5", TODAY.minusDays(1)).holds()).isTrue();
        assertThat(verdict(GD, facts, "GD-5", TODAY).holds()).isFalse();
    }

    @Test
    @Clause("GD-14")
    void countsWhatTheCityOrCountyRecognises() {
        assertThat(isIn(GD, child(9).with(Status.LOCALLY_RECOGNISED), "GD-6")).isTrue();
        assertThat(isIn(GD, child(9), "GD-6")).isFalse();
    }
}

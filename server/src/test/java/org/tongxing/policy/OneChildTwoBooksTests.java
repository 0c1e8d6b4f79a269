package org.tongxing.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongxing.policy.Fixtures.DONGGUAN;
import static org.tongxing.policy.Fixtures.GD;
import static org.tongxing.policy.Fixtures.JB;
import static org.tongxing.policy.Fixtures.LONG_AGO;
import static org.tongxing.policy.Fixtures.away;
import static org.tongxing.policy.Fixtures.child;
import static org.tongxing.policy.Fixtures.father;
import static org.tongxing.policy.Fixtures.isIn;
import static org.tongxing.policy.Fixtures.mother;
import static org.tongxing.policy.Fixtures.ruralChild;

import org.junit.jupiter.api.Test;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.policy.Fact.DisabilityType;
import org.tongxing.policy.Fact.FamilyBenefit;
import org.tongxing.policy.Fact.Parent;
import org.tongxing.policy.Fact.Situation;

/** The same child, judged by two documents that disagree on purpose; the difference is data. */
class OneChildTwoBooksTests {

    @Test
    @Clause("JB-11")
    @Clause("GD-12")
    void aFourthLevelMentalDisabilityIsSevereInGuangdongOnly() {
        ChildFacts fourth = child(9).with(FamilyBenefit.LOW_INCOME).with(new Fact.Disability(DisabilityType.MENTAL, 4));
        assertThat(isIn(JB, fourth, "3")).isFalse();
        assertThat(isIn(GD, fourth, "GD-4")).isTrue();
        ChildFacts third = child(9).with(FamilyBenefit.LOW_INCOME).with(new Fact.Disability(DisabilityType.MENTAL, 3));
        assertThat(isIn(JB, third, "3")).isTrue();
        assertThat(isIn(GD, third, "GD-4")).isTrue();
    }

    @Test
    @Clause("JB-16")
    @Clause("GD-08")
    void aSeriouslyIllMotherIsIncapableInJinbaoWithoutAJudgement() {
        ChildFacts facts = ruralChild(9)
                .with(away(Parent.FATHER, DONGGUAN), LONG_AGO, null)
                .with(mother(Situation.SERIOUSLY_ILL));
        assertThat(isIn(JB, facts, "6")).isTrue();
        assertThat(isIn(GD, facts, "GD-L")).isFalse();
        assertThat(isIn(GD, facts.with(new Fact.JudgedIncapable(Parent.MOTHER)), "GD-L"))
                .isTrue();
    }

    @Test
    @Clause("JB-17")
    @Clause("GD-07")
    void workInTheCountyTownCountsInJinbaoOnly() {
        DivisionCode countyTown = new DivisionCode("511304001");
        ChildFacts facts = ruralChild(9)
                .with(away(Parent.FATHER, countyTown), LONG_AGO, null)
                .with(away(Parent.MOTHER, countyTown), LONG_AGO, null);
        assertThat(isIn(JB, facts, "6")).isTrue();
        assertThat(isIn(GD, facts, "GD-L")).isFalse();
    }

    @Test
    @Clause("JB-08")
    @Clause("GD-10")
    void aRevokedGuardianshipOnBothSidesCountsInGuangdongOnly() {
        ChildFacts facts =
                child(9).with(father(Situation.GUARDIANSHIP_REVOKED)).with(mother(Situation.GUARDIANSHIP_REVOKED));
        assertThat(isIn(JB, facts, "2")).isFalse();
        assertThat(isIn(GD, facts, "GD-2")).isTrue();
    }
}

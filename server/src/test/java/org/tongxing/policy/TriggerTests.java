package org.tongxing.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongxing.policy.Fixtures.GD;
import static org.tongxing.policy.Fixtures.TODAY;
import static org.tongxing.policy.Fixtures.child;
import static org.tongxing.policy.Fixtures.father;
import static org.tongxing.policy.Fixtures.mother;
import static org.tongxing.policy.RiskTier.HIGH;
import static org.tongxing.policy.RiskTier.MEDIUM_HIGH;
import static org.tongxing.policy.RiskTier.MEDIUM_LOW;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongxing.kernel.Clause;
import org.tongxing.policy.Fact.DisabilityType;
import org.tongxing.policy.Fact.Found;
import org.tongxing.policy.Fact.Risk;
import org.tongxing.policy.Fact.Situation;
import org.tongxing.policy.Fact.Status;

/** Which situation puts a child into which tier; a table per clause. */
class TriggerTests {

    static Stream<Arguments> situations() {
        ChildFacts one = child(9);
        return Stream.of(
                Arguments.of(one.with(Found.HARM), HIGH, "GD-18"),
                Arguments.of(one.with(Risk.LIVES_ALONE), HIGH, "GD-18"),
                Arguments.of(one.with(Risk.ROAMING), HIGH, "GD-18"),
                Arguments.of(one.with(Risk.NO_GUARDIAN), HIGH, "GD-18"),
                Arguments.of(one.with(Risk.SELF_HARM), HIGH, "GD-18"),
                Arguments.of(one.with(Risk.FRAIL_CARER), MEDIUM_HIGH, "GD-20"),
                Arguments.of(both(Situation.SEVERELY_DISABLED), MEDIUM_HIGH, "GD-20"),
                Arguments.of(both(Situation.MENTALLY_DISABLED), MEDIUM_HIGH, "GD-20"),
                Arguments.of(both(Situation.IMPRISONED), MEDIUM_HIGH, "GD-20"),
                Arguments.of(one.with(Risk.DROPPED_OUT), MEDIUM_HIGH, "GD-20"),
                Arguments.of(one.with(Risk.SEVERE_MENTAL_ILLNESS), MEDIUM_HIGH, "GD-20"),
                Arguments.of(both(Situation.ADDICTED), MEDIUM_HIGH, "GD-20"),
                Arguments.of(one.with(Status.ORPHAN), MEDIUM_LOW, "GD-22"),
                Arguments.of(both(Situation.OUT_OF_CONTACT), MEDIUM_LOW, "GD-22"),
                Arguments.of(one.with(Risk.WEAK_GUARDIANSHIP), MEDIUM_LOW, "GD-22"),
                Arguments.of(one.with(Found.GUARDIANSHIP_FAILURE), MEDIUM_LOW, "GD-22"),
                Arguments.of(one.with(new Fact.Disability(DisabilityType.VISUAL, 2)), MEDIUM_LOW, "GD-22"),
                Arguments.of(one.with(new Fact.Disability(DisabilityType.MENTAL, 4)), MEDIUM_LOW, "GD-22"),
                Arguments.of(one.with(Risk.UNUSUAL_BEHAVIOUR), MEDIUM_LOW, "GD-22"),
                Arguments.of(one.with(father(Situation.ADDICTED)), MEDIUM_LOW, "GD-22"),
                Arguments.of(one.with(mother(Situation.ADDICTED)), MEDIUM_LOW, "GD-22"));
    }

    @ParameterizedTest
    @MethodSource("situations")
    @Clause("GD-18")
    @Clause("GD-20")
    @Clause("GD-22")
    void proposesTheTierOfTheSituation(ChildFacts facts, RiskTier tier, String clause) {
        TierProposal first = TierJudge.proposals(GD, facts, TODAY).get(0);
        assertThat(first.tier()).isEqualTo(tier);
        assertThat(first.clause()).hasToString(clause);
        assertThat(first.why()).isNotBlank();
    }

    @Test
    @Clause("GD-22")
    void saysNothingOfAChildInNoSuchSituation() {
        assertThat(TierJudge.proposals(GD, child(9), TODAY)).isEmpty();
        assertThat(TierJudge.proposals(GD, child(9).with(new Fact.Disability(DisabilityType.VISUAL, 3)), TODAY))
                .isEmpty();
        assertThat(TierJudge.proposals(GD, child(9).with(father(Situation.IMPRISONED)), TODAY))
                .isEmpty();
    }

    /** The name of the first class never says which of two things it is. */
    @Test
    @Clause("GD-22")
    void keepsToItselfWhichKindOfFirstClassItIs() {
        assertThat(TierJudge.proposals(GD, child(9).with(Status.HIV_INFECTED), TODAY))
                .extracting(TierProposal::why)
                .containsExactly("第一类儿童");
    }

    @Test
    @Clause("GD-24")
    void namesTheHighestFirst() {
        assertThat(TierJudge.proposals(GD, child(9).with(Status.ORPHAN).with(Risk.SELF_HARM), TODAY))
                .extracting(TierProposal::tier)
                .containsExactly(HIGH, MEDIUM_LOW);
    }

    private static ChildFacts both(Situation situation) {
        return child(9).with(father(situation)).with(mother(situation));
    }
}

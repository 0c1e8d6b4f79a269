package org.tongxing.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongxing.policy.Fixtures.BOOKS;
import static org.tongxing.policy.RiskTier.HIGH;
import static org.tongxing.policy.RiskTier.LOW;
import static org.tongxing.policy.RiskTier.MEDIUM_HIGH;
import static org.tongxing.policy.RiskTier.MEDIUM_LOW;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Sex;
import org.tongxing.policy.Fact.Found;
import org.tongxing.policy.Fact.Risk;

/** How a child's tier moves: up by itself, down only by a person. */
@Clause("GD-24")
class TierJudgeTests {

    private static final LocalDate BIRTH = LocalDate.of(2016, 1, 1);
    private static final LocalDate ADOPTED = LocalDate.of(2024, 4, 18);
    private static final LocalDateTime FIRST_ENTRY = LocalDate.of(2024, 5, 1).atTime(9, 0);
    private static final DivisionCode SHAOGUAN = new DivisionCode("440203101001");
    private static final DivisionCode JINBAO = Fixtures.VILLAGE;
    private static final CategoryInterval SINCE_BIRTH =
            new CategoryInterval("GD-3", List.of(), BIRTH, BIRTH.plusYears(18));

    private final List<RiskFacts.Known> facts = new ArrayList<>();
    private final List<TierDecision> decisions = new ArrayList<>();
    private DivisionCode village = SHAOGUAN;
    private List<CategoryInterval> categories = List.of(SINCE_BIRTH);

    private static LocalDate day(String monthAndDay) {
        return LocalDate.parse("2026-" + monthAndDay);
    }

    private void known(Fact fact, String since, @Nullable String until, LocalDateTime recordedAt) {
        this.facts.add(new RiskFacts.Known(
                new Dated<>(fact, Period.of(day(since), until == null ? null : day(until))), recordedAt));
    }

    private void decided(RiskTier tier, String on) {
        this.decisions.add(new TierDecision(tier, day(on).atTime(12, 0)));
    }

    private List<TierInterval> intervals() {
        return new TierJudge(
                        new RiskFacts(BIRTH, Sex.FEMALE, this.facts),
                        this.decisions,
                        this.categories,
                        Adoptions.byJurisdiction(BOOKS),
                        this.village)
                .intervals(BIRTH, BIRTH.plusYears(18));
    }

    private @Nullable RiskTier on(String monthAndDay) {
        return intervals().stream()
                .filter(one -> one.holdsOn(day(monthAndDay)))
                .map(TierInterval::tier)
                .findFirst()
                .orElse(null);
    }

    @Test
    @Clause("GD-23")
    void putsEveryChildOfACategoryIntoTheLowestTier() {
        assertThat(intervals()).containsExactly(new TierInterval(LOW, "GD-15", "", ADOPTED, BIRTH.plusYears(18)));
    }

    @Test
    void hasNoTierWhereNoBookGradesUnlessAPersonSetsOne() {
        this.village = JINBAO;
        known(Risk.SELF_HARM, "02-01", null, FIRST_ENTRY);
        assertThat(intervals()).isEmpty();
        decided(MEDIUM_HIGH, "03-01");
        assertThat(on("02-28")).isNull();
        assertThat(on("03-01")).isEqualTo(MEDIUM_HIGH);
        assertThat(on("12-31")).isEqualTo(MEDIUM_HIGH);
    }

    @Test
    void endsTheLowestTierWithTheLastCategory() {
        this.categories = List.of(new CategoryInterval("GD-3", List.of(), BIRTH, day("06-01")));
        assertThat(on("05-31")).isEqualTo(LOW);
        assertThat(on("06-01")).isNull();
    }

    @Test
    @Clause("GD-18")
    void risesWithASituationAndStaysWhenItEnds() {
        known(Risk.DROPPED_OUT, "03-10", "05-01", day("03-12").atTime(9, 0));
        assertThat(on("03-09")).isEqualTo(LOW);
        assertThat(on("03-10")).isEqualTo(MEDIUM_HIGH);
        assertThat(on("09-01")).isEqualTo(MEDIUM_HIGH);
        assertThat(intervals()).extracting(TierInterval::basis).containsExactly("GD-15", "GD-20");
    }

    @Test
    void isLoweredByAPersonThoughTheSituationHolds() {
        known(Found.HARM, "03-10", null, day("03-10").atTime(9, 0));
        decided(MEDIUM_LOW, "06-01");
        assertThat(on("05-31")).isEqualTo(HIGH);
        assertThat(on("06-01")).isEqualTo(MEDIUM_LOW);
        assertThat(on("12-31")).isEqualTo(MEDIUM_LOW);
    }

    @Test
    void risesAgainWithWhatThatPersonDidNotKnow() {
        known(Found.HARM, "03-10", null, day("03-10").atTime(9, 0));
        decided(LOW, "06-01");
        known(Found.HARM, "05-20", null, day("06-20").atTime(9, 0));
        assertThat(on("06-01"))
                .as("typed late, and yet it holds from the day that was too low")
                .isEqualTo(HIGH);
    }

    @Test
    void risesAgainWhenTheSameThingComesBack() {
        known(Risk.LIVES_ALONE, "03-10", "05-01", day("03-10").atTime(9, 0));
        decided(LOW, "04-01");
        known(Risk.LIVES_ALONE, "07-01", null, day("07-03").atTime(9, 0));
        assertThat(on("05-01")).isEqualTo(LOW);
        assertThat(on("07-01")).isEqualTo(HIGH);
    }

    @Test
    void risesWithTheSecondParentThoughTheFirstWasKnown() {
        known(
                Fixtures.father(Fact.Situation.IMPRISONED),
                "01-10",
                null,
                day("01-10").atTime(9, 0));
        decided(LOW, "02-01");
        known(
                Fixtures.mother(Fact.Situation.IMPRISONED),
                "03-01",
                null,
                day("03-02").atTime(9, 0));
        assertThat(on("02-28")).isEqualTo(LOW);
        assertThat(on("03-01")).isEqualTo(MEDIUM_HIGH);
    }

    @Test
    void staysRaisedByAPersonThoughTheFactsProposeLess() {
        decided(HIGH, "02-01");
        known(Risk.UNUSUAL_BEHAVIOUR, "03-01", null, day("03-01").atTime(9, 0));
        assertThat(on("03-01")).isEqualTo(HIGH);
        assertThat(intervals()).last().extracting(TierInterval::basis).isEqualTo(TierInterval.BY_HAND);
    }

    @Test
    void followsTheLastOfTwoDecisionsOnADay() {
        this.decisions.add(new TierDecision(HIGH, day("02-01").atTime(9, 0)));
        this.decisions.add(new TierDecision(MEDIUM_LOW, day("02-01").atTime(15, 0)));
        assertThat(on("02-01")).isEqualTo(MEDIUM_LOW);
    }
}

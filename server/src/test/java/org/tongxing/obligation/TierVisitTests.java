package org.tongxing.obligation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongxing.obligation.OneChild.SHAOGUAN;
import static org.tongxing.obligation.OneChild.said;
import static org.tongxing.policy.Actor.CADRE_FAMILY;
import static org.tongxing.policy.Actor.CHILD_DIRECTOR;
import static org.tongxing.policy.Actor.SOCIAL_WORKER;
import static org.tongxing.policy.Actor.WOMENS_FEDERATION;
import static org.tongxing.policy.DeedKind.CONTACT;
import static org.tongxing.policy.DeedKind.GUIDANCE;
import static org.tongxing.policy.DeedKind.VISIT;
import static org.tongxing.policy.RiskTier.HIGH;
import static org.tongxing.policy.RiskTier.LOW;
import static org.tongxing.policy.RiskTier.MEDIUM_HIGH;
import static org.tongxing.policy.RiskTier.MEDIUM_LOW;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.tongxing.kernel.Clause;

/** Visits of the child director by risk tier, and what becomes of a window when the tier changes in it. */
class TierVisitTests {

    private static OneChild child() {
        return new OneChild(SHAOGUAN).in("GD-3", "2020-01-01", null);
    }

    @Test
    @Clause("GD-17")
    void asksForAHighChildToBeSeenOnTheDay() {
        OneChild child = child().tier(LOW, "2024-06-01").tier(HIGH, "2026-03-10");
        Owed today = child.owed("2026-03-10", "GD-17", VISIT);
        assertThat(said(today, 2026)).containsExactly("03-10..03-11 DUE");
        assertThat(child.owed("2026-03-11", "GD-17", VISIT).overdueSince()).contains(LocalDate.of(2026, 3, 11));
        assertThat(child.waived("2026-03-01", "2026-04-01")
                        .owed("2026-03-11", "GD-17", VISIT)
                        .overdueSince())
                .as("nobody waives it")
                .isPresent();
        child.does(SOCIAL_WORKER, VISIT, "2026-03-12");
        assertThat(child.owed("2026-03-12", "GD-17", VISIT).overdueSince())
                .as("late, but somebody was there")
                .isEmpty();
    }

    @Test
    @Clause("GD-19")
    void asksForAMonthlyVisitToAHighAndAMediumHighChild() {
        assertThat(said(
                        child().tier(MEDIUM_HIGH, "2024-06-01")
                                .does(CHILD_DIRECTOR, VISIT, "2026-01-31")
                                .owed("2026-03-15", "GD-19", VISIT),
                        2026))
                .startsWith("01-01..02-01 MET", "02-01..03-01 OVERDUE", "03-01..04-01 DUE", "04-01..05-01 AHEAD");
        assertThat(child().tier(HIGH, "2024-06-01").owes("2026-03-15", "GD-19")).isTrue();
    }

    @Test
    @Clause("GD-21")
    void asksForAVisitInTwoMonthsToAMediumLowChild() {
        assertThat(said(child().tier(MEDIUM_LOW, "2024-06-01").owed("2026-03-15", "GD-21", VISIT), 2026))
                .startsWith("01-01..03-01 OVERDUE", "03-01..05-01 DUE", "05-01..07-01 AHEAD");
    }

    @Test
    @Clause("GD-23")
    void asksForAMonthlyContactAndAQuarterlyVisitToALowChild() {
        OneChild child = child().tier(LOW, "2024-06-01")
                .does(CHILD_DIRECTOR, CONTACT, "2026-01-05")
                .does(CHILD_DIRECTOR, VISIT, "2026-02-05");
        assertThat(said(child.owed("2026-03-15", "GD-23", CONTACT), 2026))
                .as("a visit is a contact")
                .startsWith("01-01..02-01 MET", "02-01..03-01 MET", "03-01..04-01 DUE");
        assertThat(said(child.owed("2026-04-15", "GD-23", VISIT), 2026))
                .startsWith("01-01..04-01 MET", "04-01..07-01 DUE", "07-01..10-01 AHEAD");
    }

    @Test
    @Clause("GD-16")
    void takesASocialWorkersVisitAndNotTheFamilys() {
        OneChild child = child().tier(MEDIUM_HIGH, "2024-06-01")
                .does(SOCIAL_WORKER, VISIT, "2026-01-05")
                .does(CADRE_FAMILY, VISIT, "2026-02-05");
        assertThat(said(child.owed("2026-03-15", "GD-19", VISIT), 2026))
                .startsWith("01-01..02-01 MET", "02-01..03-01 OVERDUE");
    }

    @Test
    @Clause("GD-24")
    @Clause("GD-19")
    void beginsTheStricterRhythmOnTheDayTheRiskRises() {
        OneChild child = child().tier(LOW, "2024-06-01")
                .does(CHILD_DIRECTOR, VISIT, "2026-01-10")
                .tier(MEDIUM_HIGH, "2026-03-10");
        assertThat(said(child.owed("2026-03-20", "GD-19", VISIT), 2026))
                .startsWith("03-10..04-01 DUE", "04-01..05-01 AHEAD");
        assertThat(said(child.owed("2026-03-20", "GD-23", VISIT), 2026))
                .as("and the looser one ends with it")
                .containsExactly("01-01..04-01 MET");
        OneChild seenBefore = child().tier(LOW, "2024-06-01")
                .does(CHILD_DIRECTOR, VISIT, "2026-03-05")
                .tier(MEDIUM_HIGH, "2026-03-10");
        assertThat(seenBefore.owed("2026-03-20", "GD-19", VISIT).next())
                .as("whoever went before did not see what has happened since")
                .isPresent();
    }

    @Test
    @Clause("GD-24")
    void givesAWeekAtLeastWhenTheRiskRisesAtTheEndOfAWindow() {
        OneChild child = child().tier(LOW, "2024-06-01").tier(MEDIUM_HIGH, "2026-03-30");
        Owed owed = child.owed("2026-04-03", "GD-19", VISIT);
        assertThat(said(owed, 2026)).startsWith("03-30..04-06 DUE", "04-01..05-01 DUE");
        Owed seen = child.does(CHILD_DIRECTOR, VISIT, "2026-04-02").owed("2026-04-03", "GD-19", VISIT);
        assertThat(said(seen, 2026)).as("one visit is not two").startsWith("03-30..04-06 MET", "04-01..05-01 DUE");
    }

    @Test
    @Clause("GD-24")
    void keepsTheWindowInProgressWhenTheRiskFalls() {
        OneChild child = child().tier(MEDIUM_HIGH, "2024-06-01")
                .does(CHILD_DIRECTOR, VISIT, "2026-01-10")
                .tier(LOW, "2026-02-10");
        assertThat(said(child.owed("2026-02-15", "GD-19", VISIT), 2026))
                .containsExactly("01-01..02-01 MET", "02-01..03-01 DUE");
        assertThat(said(child.owed("2026-02-15", "GD-23", VISIT), 2026))
                .as("what was done in the quarter counts")
                .startsWith("01-01..04-01 MET", "04-01..07-01 AHEAD");
    }

    @Test
    @Clause("GD-24")
    void asksAnewWhenTheRiskRisesASecondTimeInOneWindow() {
        OneChild child = child().tier(MEDIUM_HIGH, "2024-06-01")
                .does(CHILD_DIRECTOR, VISIT, "2026-03-05")
                .tier(LOW, "2026-03-10")
                .tier(MEDIUM_HIGH, "2026-03-20");
        assertThat(said(child.owed("2026-03-25", "GD-19", VISIT), 2026))
                .contains("03-01..04-01 MET", "03-20..04-01 DUE");
    }

    @Test
    @Clause("GD-23")
    void owesANewcomerTheWindowOnlyIfHalfOfItIsLeft() {
        OneChild late = new OneChild(SHAOGUAN).registeredOn("2026-03-20").tier(LOW, "2024-06-01");
        assertThat(said(late.owed("2026-03-25", "GD-23", CONTACT), 2026)).startsWith("03-20..04-01 NOT_OWED");
        OneChild inTime = new OneChild(SHAOGUAN).registeredOn("2026-03-15").tier(LOW, "2024-06-01");
        assertThat(said(inTime.owed("2026-03-25", "GD-23", CONTACT), 2026)).startsWith("03-15..04-01 DUE");
        OneChild atRisk = new OneChild(SHAOGUAN).registeredOn("2026-03-20").tier(MEDIUM_HIGH, "2024-06-01");
        assertThat(said(atRisk.owed("2026-03-25", "GD-19", VISIT), 2026))
                .as("a child at risk is seen whenever it comes")
                .startsWith("03-20..04-01 DUE");
    }

    @Test
    @Clause("GD-45")
    void asksForGuidanceOnceAYear() {
        OneChild child = child();
        assertThat(said(child.owed("2026-03-25", "GD-45", GUIDANCE), 2026)).containsExactly("01-01..2027-01-01 DUE");
        assertThat(said(
                        child.does(WOMENS_FEDERATION, GUIDANCE, "2026-03-08").owed("2026-03-25", "GD-45", GUIDANCE),
                        2026))
                .containsExactly("01-01..2027-01-01 MET");
        assertThat(new OneChild(SHAOGUAN).owes("2026-03-25", "GD-45"))
                .as("only for children the document speaks of")
                .isFalse();
    }
}

package org.tongxing.obligation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongxing.obligation.OneChild.FAMILY;
import static org.tongxing.obligation.OneChild.JINBAO;
import static org.tongxing.obligation.OneChild.SUCCESSOR;
import static org.tongxing.obligation.OneChild.said;
import static org.tongxing.policy.DeedKind.VISIT;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tongxing.kernel.Clause;
import org.tongxing.policy.Actor;

/** Six visits a year by the paired family, in six windows. */
@Clause("JB-41")
class FamilyVisitTests {

    private static Owed owed(OneChild child, String today) {
        return child.owed(today, "JB-41", VISIT);
    }

    private static OneChild child() {
        return new OneChild(JINBAO).paired("2025-01-01");
    }

    @Test
    void owesSixTwoMonthWindowsAYear() {
        assertThat(said(owed(child().visits("2026-02-28"), "2026-05-10"), 2026))
                .containsExactly(
                        "01-01..03-01 MET",
                        "03-01..05-01 OVERDUE",
                        "05-01..07-01 DUE",
                        "07-01..09-01 AHEAD",
                        "09-01..11-01 AHEAD",
                        "11-01..2027-01-01 AHEAD");
    }

    @Test
    void owesTheWindowItBeginsInOnlyIfThirtyDaysOfItRemain() {
        OneChild late = new OneChild(JINBAO).paired("2026-04-02");
        assertThat(said(owed(late, "2026-04-20"), 2026)).startsWith("04-02..05-01 NOT_OWED", "05-01..07-01 AHEAD");
        OneChild inTime = new OneChild(JINBAO).paired("2026-04-01");
        assertThat(said(owed(inTime, "2026-04-20"), 2026)).startsWith("04-01..05-01 DUE", "05-01..07-01 AHEAD");
        assertThat(said(owed(inTime.leeway(20, 7, 7).paired("2026-04-10"), "2026-04-20"), 2026))
                .as("a local setting")
                .startsWith("04-01..05-01 DUE");
    }

    @Test
    void isOverdueForAChildNobodyHasEverVisited() {
        OneChild child = new OneChild(JINBAO).paired("2025-01-01");
        assertThat(owed(child, "2025-02-28").overdueSince()).isEmpty();
        assertThat(owed(child, "2025-03-01").overdueSince()).contains(LocalDate.of(2025, 3, 1));
        assertThat(owed(child, "2026-01-02").overdueSince())
                .as("the turn of the year forgives nothing")
                .contains(LocalDate.of(2025, 3, 1));
    }

    @Test
    void takesADeedOfTheFirstAndOfTheLastDay() {
        assertThat(said(owed(child().visits("2026-03-01", "2026-06-30"), "2026-07-01"), 2026))
                .startsWith("01-01..03-01 OVERDUE", "03-01..05-01 MET", "05-01..07-01 MET");
    }

    @Test
    void letsAnExtraVisitMakeUpForAMissedWindowInTheYearsCountButNotInItsRhythm() {
        OneChild child = child().visits("2026-03-05");
        Owed before = owed(child, "2026-04-01");
        assertThat(before.year()).isEqualTo(new Owed.YearCount(2026, 6, 1, 1));
        Owed after = owed(child.visits("2026-04-20"), "2026-04-25");
        assertThat(after.year()).isEqualTo(new Owed.YearCount(2026, 6, 2, 0));
        assertThat(said(after, 2026)).startsWith("01-01..03-01 OVERDUE", "03-01..05-01 MET");
    }

    @Test
    void isNotOverdueAnyMoreOnceSomebodyHasBeenThereAgain() {
        Owed owed = owed(child().visits("2026-03-05"), "2026-04-01");
        assertThat(owed.overdueSince()).isEmpty();
        assertThat(owed.state()).isEqualTo(Window.State.MET);
        assertThat(owed.next()).isEmpty();
        assertThat(owed.ahead().map(Window::from)).contains(LocalDate.of(2026, 5, 1));
    }

    @Test
    void countsTwoEntriesOfOneDayOnce() {
        Owed owed = owed(child().visits("2026-03-05", "2026-03-05"), "2026-04-01");
        assertThat(owed.year()).isEqualTo(new Owed.YearCount(2026, 6, 1, 1));
    }

    @Test
    void owesOnlyFromTheMonthOfAPairingMadeInTheYear() {
        Owed owed = owed(new OneChild(JINBAO).paired("2026-06-15").visits("2026-07-20"), "2026-08-01");
        assertThat(owed.year()).isEqualTo(new Owed.YearCount(2026, 3, 1, 0));
    }

    @Test
    void letsASuccessorOweFromItsOwnStartAndThePredecessorNothing() {
        OneChild child = new OneChild(JINBAO)
                .paired(FAMILY, "2025-01-01", "2026-03-20")
                .paired(SUCCESSOR, "2026-03-20", null)
                .visits(FAMILY, "2026-03-02");
        List<Owed> visits = child.owed("2026-05-02").stream()
                .filter(one -> one.rule().deed() == VISIT)
                .toList();
        assertThat(visits).extracting(Owed::by).containsExactly(OwedBy.family(SUCCESSOR));
        assertThat(visits.get(0).lastDoneOn())
                .as("credit stays with who did it")
                .isNull();
        assertThat(said(visits.get(0), 2026)).startsWith("03-20..05-01 OVERDUE", "05-01..07-01 DUE");
    }

    @Test
    void takesUpAgainWhereAFamilyCameBack() {
        OneChild child =
                new OneChild(JINBAO).paired(FAMILY, "2025-01-01", "2026-01-20").paired(FAMILY, "2026-05-05", null);
        assertThat(said(owed(child, "2026-06-01"), 2026)).startsWith("01-01..03-01 NOT_OWED", "05-05..07-01 DUE");
    }

    @Test
    void neverTakesTheDirectorsVisitForTheFamilysNorTheOtherWayRound() {
        OneChild child = child().does(Actor.CHILD_DIRECTOR, VISIT, "2026-01-10");
        assertThat(owed(child, "2026-02-01").next()).isPresent();
        OneChild graded = new OneChild(OneChild.SHAOGUAN)
                .tier(org.tongxing.policy.RiskTier.MEDIUM_HIGH, "2025-01-01")
                .paired("2025-01-01")
                .visits("2026-01-10");
        assertThat(graded.owed("2026-01-20", "GD-19", VISIT).next()).isPresent();
    }

    @Test
    void showsAnEffortAndDoesNotCountIt() {
        Owed owed = owed(child().visits("2025-12-20").tries("2026-01-10", "2026-02-03"), "2026-02-20");
        Window window = owed.next().orElseThrow();
        assertThat(window.efforts()).isEqualTo(2);
        assertThat(window.done()).isZero();
        assertThat(window.state()).isEqualTo(Window.State.DUE);
    }

    @Test
    void waivesAWindowOfWhichTooLittleIsLeft() {
        assertThat(said(owed(child().waived("2026-03-10", "2026-04-25"), "2026-06-01"), 2026))
                .startsWith("01-01..03-01 OVERDUE", "03-01..05-01 WAIVED", "05-01..07-01 DUE");
        assertThat(said(owed(child().waived("2026-03-10", "2026-03-25"), "2026-06-01"), 2026))
                .as("a fortnight away leaves time enough")
                .startsWith("01-01..03-01 OVERDUE", "03-01..05-01 OVERDUE");
        assertThat(said(owed(child().waived("2026-03-01", "2026-05-01").visits("2026-03-09"), "2026-06-01"), 2026))
                .as("who went all the same went")
                .startsWith("01-01..03-01 OVERDUE", "03-01..05-01 MET");
    }

    @Test
    void asksForFewerVisitsInAYearWithAWaiver() {
        Owed owed = owed(child().waived("2026-03-01", "2026-05-01").visits("2026-01-09"), "2026-05-02");
        assertThat(owed.year()).isEqualTo(new Owed.YearCount(2026, 5, 1, 0));
    }

    @Test
    void owesNothingToAChildThatLeftOrCameOfAge() {
        assertThat(child().leftOn("2026-03-01").owed("2026-03-01")).isEmpty();
        assertThat(child().bornOn("2008-03-01").owed("2026-02-28")).isNotEmpty();
        assertThat(child().bornOn("2008-03-01").owed("2026-03-01")).isEmpty();
    }

    @Test
    void owesNothingBeforeTheDocumentHolds() {
        OneChild child = new OneChild(JINBAO).registeredOn("2023-01-01").paired("2023-01-01");
        assertThat(said(owed(child, "2024-06-01"), 2023))
                .as("the document is of 8 November 2023")
                .containsExactly("11-08..2024-01-01 OVERDUE");
    }

    @Test
    void knowsTheTwentyNinthOfFebruary() {
        assertThat(said(owed(child().visits("2028-02-29"), "2028-03-01"), 2028)).startsWith("01-01..03-01 MET");
        assertThat(owed(child().visits("2028-02-29"), "2028-03-01").overdueSince())
                .isEqualTo(Optional.empty());
    }
}

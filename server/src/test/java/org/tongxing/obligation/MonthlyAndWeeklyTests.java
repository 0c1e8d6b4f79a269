package org.tongxing.obligation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongxing.obligation.OneChild.JIANGSU;
import static org.tongxing.obligation.OneChild.JINBAO;
import static org.tongxing.obligation.OneChild.said;
import static org.tongxing.policy.Actor.CHILD_DIRECTOR;
import static org.tongxing.policy.Actor.PARENT;
import static org.tongxing.policy.DeedKind.CONTACT;
import static org.tongxing.policy.DeedKind.TRAINING;
import static org.tongxing.policy.DeedKind.UPDATE;
import static org.tongxing.policy.DeedKind.VISIT;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.ClauseId;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.FamilyId;
import org.tongxing.policy.Actor;
import org.tongxing.policy.Period;

/** Monthly for the child director, weekly for parents away, yearly for the training of families. */
class MonthlyAndWeeklyTests {

    private static OneChild leftBehind() {
        return new OneChild(JIANGSU).in("SV-L", "2020-01-01", "2026-05-20");
    }

    @Test
    @Clause("SV-15")
    void asksTheDirectorForAMonthlyVisitToALeftBehindChild() {
        assertThat(said(
                        leftBehind().does(CHILD_DIRECTOR, VISIT, "2026-01-31").owed("2026-03-02", "SV-15", VISIT),
                        2026))
                .startsWith("01-01..02-01 MET", "02-01..03-01 OVERDUE", "03-01..04-01 DUE");
        assertThat(new OneChild(JIANGSU).in("JS-1", "2020-01-01", null).owes("2026-03-02", "SV-15"))
                .isFalse();
    }

    @Test
    @Clause("SV-15")
    void owesNothingOfTheMonthInWhichTheChildIsLeftBehindNoMore() {
        assertThat(said(leftBehind().owed("2026-06-02", "SV-15", VISIT), 2026))
                .last()
                .isEqualTo("05-01..06-01 NOT_OWED");
    }

    @Test
    @Clause("SV-14")
    void takesAnUpdateOfTheMonthAndNotAVisit() {
        OneChild child = leftBehind().does(CHILD_DIRECTOR, VISIT, "2026-01-31");
        assertThat(child.owed("2026-01-31", "SV-14", UPDATE).next()).isPresent();
        child.does(CHILD_DIRECTOR, UPDATE, "2026-01-31");
        assertThat(child.owed("2026-01-31", "SV-14", UPDATE).next()).isEmpty();
    }

    @Test
    @Clause("LAW-23")
    void asksParentsAwayForAContactInEachWeekFromMonday() {
        OneChild child = new OneChild(JINBAO).entrusted("2025-01-01", null).does(PARENT, CONTACT, "2026-03-08");
        List<String> windows = said(child.owed("2026-03-18", "LAW-23", CONTACT), 2026);
        assertThat(windows.subList(windows.size() - 3, windows.size()))
                .containsExactly("03-02..03-09 MET", "03-09..03-16 OVERDUE", "03-16..03-23 DUE");
        assertThat(child.owed("2026-03-18", "LAW-23", CONTACT).by().kind()).isEqualTo(Actor.PARENT);
    }

    @Test
    @Clause("LAW-23")
    void keepsTheWeekThatCrossesTheYear() {
        OneChild child = new OneChild(JINBAO).entrusted("2025-01-01", null).does(PARENT, CONTACT, "2026-01-01");
        assertThat(said(child.owed("2027-12-30", "LAW-23", CONTACT), 2027))
                .as("the last week of a year is owed like any other")
                .last()
                .isEqualTo("12-27..2028-01-03 DUE");
        assertThat(child.owed("2026-01-02", "LAW-23", CONTACT).windows()).last().satisfies(week -> {
            assertThat(week.from()).isEqualTo(LocalDate.of(2025, 12, 29));
            assertThat(week.until()).isEqualTo(LocalDate.of(2026, 1, 5));
            assertThat(week.state()).isEqualTo(Window.State.MET);
        });
    }

    @Test
    @Clause("LAW-23")
    void asksNothingOfParentsWhoAreAtHome() {
        assertThat(new OneChild(JINBAO).paired("2025-01-01").owes("2026-03-18", "LAW-23"))
                .isFalse();
        OneChild back = new OneChild(JINBAO).entrusted("2025-01-01", "2026-03-10");
        assertThat(back.owed("2026-03-18", "LAW-23", CONTACT).windows())
                .noneMatch(week -> week.contains(LocalDate.of(2026, 3, 18)));
    }

    @Test
    @Clause("JB-36")
    void asksTheTownshipToTrainAFamilyOnceAYear() {
        FamilyId family = new FamilyId(3);
        var rule = OneChild.BOOKS
                .find(ClauseId.of("JB-36"))
                .orElseThrow()
                .obligations()
                .get(0);
        OwedBy town = OwedBy.township(Actor.TOWNSHIP, new DivisionCode("511304114"));
        Ledger ledger = new Ledger(LocalDate.of(2026, 11, 1), Leeway.USUAL);
        Owed owed = ledger.toFamily(rule, town, family, Period.since(LocalDate.of(2025, 3, 1)), List.of());
        assertThat(said(owed, 2025)).containsExactly("03-01..2026-01-01 OVERDUE");
        assertThat(said(owed, 2026)).containsExactly("01-01..2027-01-01 DUE");
        Deed trained = new Deed(Actor.TOWNSHIP, family, null, TRAINING, LocalDate.of(2026, 4, 9), Deed.Outcome.DONE);
        assertThat(ledger.toFamily(rule, town, family, Period.since(LocalDate.of(2026, 12, 10)), List.of())
                        .next())
                .as("a family that joins in December is trained next year")
                .isEmpty();
        assertThat(ledger.toFamily(rule, town, family, Period.since(LocalDate.of(2025, 3, 1)), List.of(trained))
                        .state())
                .isEqualTo(Window.State.MET);
    }
}

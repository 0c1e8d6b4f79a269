package org.tongxing.obligation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongxing.obligation.OneChild.JIANGSU;
import static org.tongxing.obligation.OneChild.JINBAO;
import static org.tongxing.obligation.OneChild.said;
import static org.tongxing.policy.Actor.CHILD_DIRECTOR;
import static org.tongxing.policy.Actor.PARENT;
import static org.tongxing.policy.Actor.TOWNSHIP;
import static org.tongxing.policy.DeedKind.CARE_ACTIVITY;
import static org.tongxing.policy.DeedKind.CONTACT;
import static org.tongxing.policy.DeedKind.VISIT;

import org.junit.jupiter.api.Test;
import org.tongxing.kernel.Clause;

/** Festivals, vacations, birthdays, campaigns. */
class OccasionTests {

    private static OneChild child() {
        return new OneChild(JINBAO).paired("2024-01-01");
    }

    @Test
    @Clause("JB-51")
    void owesAnActivityAtEachOfFiveOccasions() {
        assertThat(said(child().owed("2026-06-03", "JB-51", CARE_ACTIVITY), 2026))
                .containsExactly(
                        "02-10..02-25 OVERDUE SPRING_FESTIVAL",
                        "02-03..03-04 OVERDUE WINTER_VACATION",
                        "05-25..06-09 DUE CHILDRENS_DAY",
                        "07-01..09-01 AHEAD SUMMER_VACATION",
                        "09-13..09-28 AHEAD BIRTHDAY");
    }

    @Test
    @Clause("JB-51")
    @Clause("JB-41")
    void takesAVisitOfTheTimeForTheActivityAndTheActivityForAVisit() {
        OneChild child = child().visits("2026-06-01");
        assertThat(said(child.owed("2026-06-03", "JB-51", CARE_ACTIVITY), 2026))
                .contains("05-25..06-09 MET CHILDRENS_DAY");
        assertThat(said(child.owed("2026-06-03", "JB-41", VISIT), 2026)).contains("05-01..07-01 MET");
    }

    /** The festival lies in the vacation: one visit is one of the two, and the one that ends first. */
    @Test
    @Clause("JB-51")
    void countsAVisitForOneOccasionOnly() {
        assertThat(said(child().visits("2026-02-17").owed("2026-03-10", "JB-51", CARE_ACTIVITY), 2026))
                .startsWith("02-10..02-25 MET SPRING_FESTIVAL", "02-03..03-04 OVERDUE WINTER_VACATION");
        assertThat(said(child().visits("2026-02-17", "2026-02-20").owed("2026-03-10", "JB-51", CARE_ACTIVITY), 2026))
                .startsWith("02-10..02-25 MET SPRING_FESTIVAL", "02-03..03-04 MET WINTER_VACATION");
    }

    @Test
    @Clause("JB-51")
    void keepsTheBirthdayOfTheTwentyNinthOfFebruaryOnTheLastDayOfTheMonth() {
        OneChild child = child().bornOn("2016-02-29").leeway(30, 7, 0);
        assertThat(said(child.owed("2026-02-28", "JB-51", CARE_ACTIVITY), 2026)).contains("02-28..03-01 DUE BIRTHDAY");
        assertThat(said(child.owed("2028-02-29", "JB-51", CARE_ACTIVITY), 2028)).contains("02-29..03-01 DUE BIRTHDAY");
    }

    @Test
    @Clause("JB-51")
    void owesNoOccasionThatIsAlmostOverWhenThePairingBegins() {
        OneChild child = new OneChild(JINBAO).paired("2026-06-05");
        assertThat(said(child.owed("2026-06-10", "JB-51", CARE_ACTIVITY), 2026))
                .startsWith("06-05..06-09 NOT_OWED CHILDRENS_DAY");
    }

    @Test
    @Clause("JS-02")
    void owesOneVisitInTheWinterVacationAndAroundTheFestivalTogether() {
        OneChild child = new OneChild(JIANGSU).in("JS-1", "2020-01-01", null);
        assertThat(said(child.owed("2026-02-20", "JS-02", VISIT), 2026))
                .containsExactly("02-03..03-04 DUE WINTER_CAMPAIGN");
        assertThat(said(child.does(TOWNSHIP, VISIT, "2026-02-10").owed("2026-02-20", "JS-02", VISIT), 2026))
                .containsExactly("02-03..03-04 MET WINTER_CAMPAIGN");
        assertThat(new OneChild(JIANGSU).in("SV-L", "2020-01-01", null).owes("2026-02-20", "JS-02"))
                .as("only children the notice speaks of")
                .isFalse();
    }

    @Test
    @Clause("JS-02")
    @Clause("SV-15")
    void doesNotLetTheCampaignStandInForTheMonthlyVisit() {
        OneChild child = new OneChild(JIANGSU)
                .in("JS-1", "2020-01-01", null)
                .in("SV-L", "2020-01-01", null)
                .does(CHILD_DIRECTOR, VISIT, "2026-02-10");
        assertThat(child.owed("2026-03-02", "JS-02", VISIT).next()).isEmpty();
        assertThat(child.owed("2026-03-02", "SV-15", VISIT).next()).isPresent();
    }

    @Test
    @Clause("JS-11")
    void asksParentsWhoAreNotHomeForTheFestivalToCall() {
        OneChild away = new OneChild(JIANGSU).entrusted("2025-03-01", null);
        assertThat(said(away.owed("2026-02-18", "JS-11", CONTACT), 2026))
                .containsExactly("02-10..02-25 DUE SPRING_FESTIVAL");
        assertThat(away.does(PARENT, CONTACT, "2026-02-17")
                        .owed("2026-02-18", "JS-11", CONTACT)
                        .next())
                .isEmpty();
        OneChild home =
                new OneChild(JIANGSU).entrusted("2025-03-01", "2026-02-08").entrusted("2026-02-28", null);
        assertThat(said(home.owed("2026-02-18", "JS-11", CONTACT), 2026)).isEmpty();
    }
}

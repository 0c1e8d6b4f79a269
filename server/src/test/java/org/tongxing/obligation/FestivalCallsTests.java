package org.tongxing.obligation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongxing.obligation.OneChild.JIANGSU;
import static org.tongxing.policy.Actor.PARENT;
import static org.tongxing.policy.DeedKind.CONTACT;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.Scope;

/** The call of the festival is asked of parents who cannot come [JS-11]. */
@Clause("JS-11")
class FestivalCallsTests {

    private static final String FESTIVAL = "2026-02-18";

    private final OneChild away = new OneChild(JIANGSU).entrusted("2025-03-01", null);

    @Test
    void asksNoCallOfAParentWhoComesHome() {
        Owed owed = this.away.owed(FESTIVAL, "JS-11", CONTACT);
        assertThat(owed.next()).isPresent();
        assertThat(coming(owed, 2026).next()).isEmpty();
        assertThat(coming(owed, 2026).windows()).hasSameSizeAs(owed.windows());
    }

    @Test
    void stillAsksItWhereTheAnswerWasForAnotherYearOrAnotherChild() {
        Owed owed = this.away.owed(FESTIVAL, "JS-11", CONTACT);
        assertThat(coming(owed, 2027).next()).isPresent();
        FestivalCalls nobody = new FestivalCalls(List.of(scope -> Map.of()));
        assertThat(nobody.withoutComings(Scope.of(JIANGSU), List.of(owed))).containsExactly(owed);
    }

    @Test
    void takesNothingAwayFromACallThatWasMadeNorFromTheWeeklyOne() {
        Owed made = this.away.does(PARENT, CONTACT, "2026-02-17").owed(FESTIVAL, "JS-11", CONTACT);
        assertThat(coming(made, 2026)).isEqualTo(made);
        Owed weekly = this.away.owed(FESTIVAL, "LAW-23", CONTACT);
        assertThat(coming(weekly, 2026)).isEqualTo(weekly);
    }

    private static Owed coming(Owed owed, int year) {
        FestivalCalls calls = new FestivalCalls(List.of(scope -> Map.of(owed.child(), Set.of(year))));
        return calls.withoutComings(Scope.of(JIANGSU), List.of(owed)).get(0);
    }
}

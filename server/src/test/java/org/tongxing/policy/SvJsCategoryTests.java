package org.tongxing.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongxing.policy.Fixtures.BOOKS;
import static org.tongxing.policy.Fixtures.DONGGUAN;
import static org.tongxing.policy.Fixtures.LONG_AGO;
import static org.tongxing.policy.Fixtures.away;
import static org.tongxing.policy.Fixtures.child;
import static org.tongxing.policy.Fixtures.father;
import static org.tongxing.policy.Fixtures.isIn;
import static org.tongxing.policy.Fixtures.mother;
import static org.tongxing.policy.Fixtures.ruralChild;
import static org.tongxing.policy.Fixtures.verdict;

import org.junit.jupiter.api.Test;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.policy.Fact.Parent;
import org.tongxing.policy.Fact.Situation;
import org.tongxing.policy.Fact.Status;

/** Whom the two notices from Jiangsu speak of. */
class SvJsCategoryTests {

    private static final AdoptedRules SV = AdoptedRules.of(BOOKS.book("SV"));
    private static final AdoptedRules JS = AdoptedRules.of(BOOKS.book("JS"));

    private static ChildFacts bothAway(DivisionCode where) {
        return ruralChild(9)
                .with(away(Parent.FATHER, where), LONG_AGO, null)
                .with(away(Parent.MOTHER, where), LONG_AGO, null);
    }

    @Test
    @Clause("SV-05")
    void countsParentsAwayInAnotherCountyForThreeMonths() {
        assertThat(isIn(SV, bothAway(DONGGUAN), "SV-L")).isTrue();
        ChildFacts nearby = bothAway(new DivisionCode("511304"));
        assertThat(isIn(SV, nearby, "SV-L")).isFalse();
        assertThat(verdict(SV, nearby, "SV-L").reason()).isEqualTo("没有跨县务工〔SV-05〕");
        ChildFacts lately = ruralChild(9)
                .with(away(Parent.FATHER, DONGGUAN), Fixtures.TODAY.minusMonths(2), null)
                .with(away(Parent.MOTHER, DONGGUAN), LONG_AGO, null);
        assertThat(isIn(SV, lately, "SV-L")).isFalse();
    }

    @Test
    @Clause("SV-05")
    void countsOneParentAwayAndTheOtherUnable() {
        ChildFacts one = ruralChild(9).with(away(Parent.FATHER, DONGGUAN), LONG_AGO, null);
        assertThat(isIn(SV, one.with(mother(Situation.AT_HOME)), "SV-L")).isFalse();
        assertThat(isIn(SV, one.with(mother(Situation.SERIOUSLY_ILL)), "SV-L")).isTrue();
        assertThat(isIn(SV, one.with(new Fact.JudgedIncapable(Parent.MOTHER)), "SV-L"))
                .isTrue();
    }

    @Test
    @Clause("JS-01")
    void visitsAllSortsOfChildrenInTheWinter() {
        assertThat(isIn(JS, child(9).with(Status.ORPHAN), "JS-1")).isTrue();
        assertThat(isIn(JS, child(9).with(father(Situation.DEAD)).with(mother(Situation.OUT_OF_CONTACT)), "JS-1"))
                .isTrue();
        assertThat(isIn(JS, bothAway(DONGGUAN), "JS-1")).isTrue();
        assertThat(isIn(JS, child(9).with(Fact.Found.EMERGENCY), "JS-1")).isTrue();
        assertThat(isIn(JS, child(9), "JS-1")).isFalse();
        assertThat(isIn(JS, child(18).with(Status.ORPHAN), "JS-1")).isFalse();
    }
}

package org.tongxing.policy;

import java.time.LocalDate;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Sex;
import org.tongxing.policy.Fact.Parent;
import org.tongxing.policy.Fact.ParentSituation;
import org.tongxing.policy.Fact.Situation;

/** Fictional children and the rule books of the sample regions. */
final class Fixtures {

    static final RuleBooks BOOKS = RuleBooks.read("JB", "GD", "LAW", "SV", "JS");
    static final AdoptedRules JB = AdoptedRules.of(BOOKS.book("JB"));
    static final AdoptedRules GD = AdoptedRules.of(BOOKS.book("GD"));
    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
    static final DivisionCode VILLAGE = new DivisionCode("511304114003");
    static final DivisionCode DONGGUAN = new DivisionCode("4419");
    static final DivisionCode SHENZHEN_LONGGANG = new DivisionCode("440307");

    private Fixtures() {}

    static ChildFacts child(int age) {
        return ChildFacts.of(TODAY.minusYears(age), Sex.FEMALE);
    }

    static ChildFacts ruralChild(int age) {
        return child(age).with(new Fact.Hukou(true, VILLAGE));
    }

    static Fact father(Situation situation) {
        return ParentSituation.of(Parent.FATHER, situation);
    }

    static Fact mother(Situation situation) {
        return ParentSituation.of(Parent.MOTHER, situation);
    }

    static Fact away(Parent parent, DivisionCode place, Period... returns) {
        return ParentSituation.workingAway(parent, place, returns);
    }

    static CategoryVerdict verdict(AdoptedRules rules, ChildFacts facts, String category, LocalDate on) {
        return new CategoryJudge(rules)
                .judge(facts, on).stream()
                        .filter(verdict -> verdict.category().equals(category))
                        .findFirst()
                        .orElseThrow();
    }

    static CategoryVerdict verdict(AdoptedRules rules, ChildFacts facts, String category) {
        return verdict(rules, facts, category, TODAY);
    }

    static boolean isIn(AdoptedRules rules, ChildFacts facts, String category) {
        return verdict(rules, facts, category).holds();
    }
}

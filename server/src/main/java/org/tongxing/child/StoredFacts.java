package org.tongxing.child;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.policy.Dated;
import org.tongxing.policy.Fact;
import org.tongxing.policy.Period;

/** Facts as they are kept, one kind and one word each, in the language the rule books ask in. */
final class StoredFacts {

    private StoredFacts() {}

    /** The facts of a child; kinds that no rule asks for, such as what a roster declared, are left out. */
    static List<Dated<Fact>> of(List<ChildMapper.FactRow> rows, DivisionCode village) {
        List<Dated<Fact>> facts = new ArrayList<>();
        for (ChildMapper.FactRow row : rows) {
            Fact fact = fact(row.kind(), row.content(), village);
            if (fact != null) {
                facts.add(new Dated<>(fact, Period.of(row.sinceOn(), row.untilOn())));
            }
        }
        return facts;
    }

    /** The same for a child that is not on file yet. */
    static List<Dated<Fact>> ofNew(List<NewChild.NewFact> rows, DivisionCode village) {
        List<Dated<Fact>> facts = new ArrayList<>();
        for (NewChild.NewFact row : rows) {
            Fact fact = fact(row.kind(), row.content(), village);
            if (fact != null) {
                facts.add(new Dated<>(fact, Period.of(row.since(), row.until())));
            }
        }
        return facts;
    }

    private static @Nullable Fact fact(String kind, String content, DivisionCode village) {
        return switch (kind) {
            case "FATHER", "MOTHER" -> parent(Fact.Parent.valueOf(kind), content);
            case "HUKOU" -> new Fact.Hukou(content.equals("RURAL"), village);
            case "DISABILITY" -> disability(content);
            case "BENEFIT" -> Fact.FamilyBenefit.valueOf(content);
            case "STATUS" -> Fact.Status.valueOf(content);
            case "FOUND" -> Fact.Found.valueOf(content);
            // A roster says that the threshold was reached, not by how much.
            case "ILLNESS" -> new Fact.Illness(BigDecimal.ONE, BigDecimal.ONE);
            default -> null;
        };
    }

    private static Fact parent(Fact.Parent parent, String content) {
        if (content.equals("JUDGED_INCAPABLE")) {
            return new Fact.JudgedIncapable(parent);
        }
        return Fact.ParentSituation.of(parent, Fact.Situation.valueOf(content));
    }

    private static Fact disability(String content) {
        int level = content.lastIndexOf('_');
        return new Fact.Disability(
                Fact.DisabilityType.valueOf(content.substring(0, level)),
                Integer.parseInt(content.substring(level + 1)));
    }
}

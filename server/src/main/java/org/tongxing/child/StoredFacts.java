package org.tongxing.child;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
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
            Period days = Period.of(row.sinceOn(), row.untilOn());
            switch (row.kind()) {
                case "FATHER", "MOTHER" -> facts.add(new Dated<>(parent(row, rows), days));
                case "HUKOU" ->
                    facts.add(new Dated<>(new Fact.Hukou(row.content().equals("RURAL"), village), days));
                case "DISABILITY" -> facts.add(new Dated<>(disability(row.content()), days));
                case "BENEFIT" -> facts.add(new Dated<>(Fact.FamilyBenefit.valueOf(row.content()), days));
                case "STATUS" -> facts.add(new Dated<>(Fact.Status.valueOf(row.content()), days));
                case "FOUND" -> facts.add(new Dated<>(Fact.Found.valueOf(row.content()), days));
                // A roster says that the threshold was reached, not by how much.
                case "ILLNESS" -> facts.add(new Dated<>(new Fact.Illness(BigDecimal.ONE, BigDecimal.ONE), days));
                default -> {}
            }
        }
        return facts;
    }

    private static Fact parent(ChildMapper.FactRow row, List<ChildMapper.FactRow> rows) {
        Fact.Parent parent = Fact.Parent.valueOf(row.kind());
        if (row.content().equals("JUDGED_INCAPABLE")) {
            return new Fact.JudgedIncapable(parent);
        }
        Fact.Situation situation = Fact.Situation.valueOf(row.content());
        return situation == Fact.Situation.WORKING_AWAY
                ? Fact.ParentSituation.workingAway(
                        parent,
                        row.placeCode() == null ? null : new DivisionCode(row.placeCode()),
                        daysAtHome(parent, rows))
                : Fact.ParentSituation.of(parent, situation);
    }

    /** Days on leave or for a visit; whether they are short enough not to count is for the rule book to say. */
    private static Period[] daysAtHome(Fact.Parent parent, List<ChildMapper.FactRow> rows) {
        return rows.stream()
                .filter(row -> row.kind().equals(parent.name() + "_HOME"))
                .map(row -> Period.of(row.sinceOn(), row.untilOn()))
                .toArray(Period[]::new);
    }

    private static Fact disability(String content) {
        int level = content.lastIndexOf('_');
        return new Fact.Disability(
                Fact.DisabilityType.valueOf(content.substring(0, level)),
                Integer.parseInt(content.substring(level + 1)));
    }
}

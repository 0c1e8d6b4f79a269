package org.tongxing.child;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.policy.Dated;
import org.tongxing.policy.Fact;
import org.tongxing.policy.Period;
import org.tongxing.policy.RiskFacts;

/** Facts as they are kept, one kind and one word each, in the language the rule books ask in. */
final class StoredFacts {

    private StoredFacts() {}

    /** The facts of a child; kinds that no rule asks for, such as what a roster declared, are left out. */
    static List<Dated<Fact>> of(List<ChildMapper.FactRow> rows, DivisionCode village) {
        return dated(rows.stream().map(StoredFacts::written).toList(), village);
    }

    /** The same, each with the moment since when we know it. */
    static List<RiskFacts.Known> known(List<ChildMapper.FactRow> rows, DivisionCode village) {
        List<NewChild.NewFact> all = rows.stream().map(StoredFacts::written).toList();
        List<RiskFacts.Known> facts = new ArrayList<>();
        for (ChildMapper.FactRow row : rows) {
            Fact fact = fact(written(row), all, village);
            if (fact != null) {
                facts.add(new RiskFacts.Known(
                        new Dated<>(fact, Period.of(row.sinceOn(), row.untilOn())), row.recordedAt()));
            }
        }
        return facts;
    }

    private static NewChild.NewFact written(ChildMapper.FactRow row) {
        return new NewChild.NewFact(
                row.kind(),
                row.content(),
                row.placeCode() == null ? null : new DivisionCode(row.placeCode()),
                row.sinceOn(),
                row.untilOn());
    }

    /**
     * The same for a child that is not on file yet. A parent of whom nobody wrote since when he or she is away counts as
     * away from the beginning: the child is then on the lists of those to be paired, where a day too few would hide it. The
     * re-check asks for the day.
     */
    static List<Dated<Fact>> ofNew(List<NewChild.NewFact> rows, DivisionCode village) {
        return dated(rows, village);
    }

    private static List<Dated<Fact>> dated(List<NewChild.NewFact> rows, DivisionCode village) {
        List<Dated<Fact>> facts = new ArrayList<>();
        for (NewChild.NewFact row : rows) {
            Fact fact = fact(row, rows, village);
            if (fact != null) {
                facts.add(new Dated<>(fact, Period.of(row.since(), row.until())));
            }
        }
        return facts;
    }

    private static @Nullable Fact fact(NewChild.NewFact row, List<NewChild.NewFact> rows, DivisionCode village) {
        return switch (row.kind()) {
            case "FATHER", "MOTHER" -> parent(row, rows);
            case "HUKOU" -> new Fact.Hukou(row.content().equals("RURAL"), village);
            case "DISABILITY" -> disability(row.content());
            case "BENEFIT" -> Fact.FamilyBenefit.valueOf(row.content());
            case "STATUS" -> Fact.Status.valueOf(row.content());
            case "FOUND" -> Fact.Found.valueOf(row.content());
            case "RISK" -> Fact.Risk.valueOf(row.content());
            // A roster says that the threshold was reached, not by how much.
            case "ILLNESS" -> new Fact.Illness(BigDecimal.ONE, BigDecimal.ONE);
            default -> null;
        };
    }

    private static Fact parent(NewChild.NewFact row, List<NewChild.NewFact> rows) {
        Fact.Parent parent = Fact.Parent.valueOf(row.kind());
        if (row.content().equals("JUDGED_INCAPABLE")) {
            return new Fact.JudgedIncapable(parent);
        }
        Fact.Situation situation = Fact.Situation.valueOf(row.content());
        return situation == Fact.Situation.WORKING_AWAY
                ? Fact.ParentSituation.workingAway(parent, row.place(), daysAtHome(parent, rows))
                : Fact.ParentSituation.of(parent, situation);
    }

    /** Days on leave or for a visit; whether they are short enough not to count is for the rule book to say. */
    private static Period[] daysAtHome(Fact.Parent parent, List<NewChild.NewFact> rows) {
        return rows.stream()
                .filter(row -> row.kind().equals(parent.name() + "_HOME"))
                .map(row -> Period.of(row.since(), row.until()))
                .toArray(Period[]::new);
    }

    private static Fact disability(String content) {
        int level = content.lastIndexOf('_');
        return new Fact.Disability(
                Fact.DisabilityType.valueOf(content.substring(0, level)),
                Integer.parseInt(content.substring(level + 1)));
    }
}

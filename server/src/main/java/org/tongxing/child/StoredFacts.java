package org.tongxing.child;

import java.math.BigDecimal;
import java.time.LocalDate;
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
                        new Dated<>(fact, Period.of(written(row).since(), row.untilOn())), row.recordedAt()));
            }
        }
        return facts;
    }

    private static NewChild.NewFact written(ChildMapper.FactRow row) {
        return new NewChild.NewFact(
                row.kind(),
                row.content(),
                row.placeCode() == null ? null : new DivisionCode(row.placeCode()),
                since(
                        row.content(),
                        row.sinceOn(),
                        row.untilOn(),
                        row.recordedAt().toLocalDate()),
                row.untilOn());
    }

    /** The same for a child that is registered on this day. */
    static List<Dated<Fact>> ofNew(List<NewChild.NewFact> rows, DivisionCode village, LocalDate registeredOn) {
        return dated(
                rows.stream()
                        .map(row -> new NewChild.NewFact(
                                row.kind(),
                                row.content(),
                                row.place(),
                                since(row.content(), row.since(), row.until(), registeredOn),
                                row.until()))
                        .toList(),
                village);
    }

    /** A parent of whom nobody wrote since when he or she is away is so at least from the day we were told. */
    private static @Nullable LocalDate since(
            String content, @Nullable LocalDate since, @Nullable LocalDate until, LocalDate told) {
        boolean unsaid = since == null && until == null && content.equals(Fact.Situation.WORKING_AWAY.name());
        return unsaid ? told : since;
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

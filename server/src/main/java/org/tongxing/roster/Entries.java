package org.tongxing.roster;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongxing.child.NewChild;
import org.tongxing.helper.NewFamily;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.roster.reading.ChildEntry;
import org.tongxing.roster.reading.DeclaredCategory;
import org.tongxing.roster.reading.FamilyEntry;
import org.tongxing.roster.reading.ParentSituation;
import org.tongxing.roster.reading.Relation;

/** What a roster says, in the words in which children and families are kept. */
final class Entries {

    private Entries() {}

    static NewChild child(ChildEntry entry, LocalDate registeredOn) {
        return new NewChild(
                entry.name(),
                entry.sex(),
                entry.birthOn(),
                entry.idNumber(),
                entry.noIdReason(),
                entry.village(),
                entry.address(),
                entry.school(),
                entry.grade(),
                registeredOn,
                adults(entry),
                facts(entry));
    }

    static NewFamily family(FamilyEntry entry, DivisionCode township, int usualCapacity, LocalDate joinedOn) {
        return new NewFamily(
                entry.name(),
                entry.sex(),
                entry.unit(),
                township,
                entry.post(),
                entry.phone(),
                entry.linkedVillage(),
                entry.members(),
                entry.capacity() == null ? usualCapacity : entry.capacity(),
                joinedOn);
    }

    private static List<NewChild.NewAdult> adults(ChildEntry entry) {
        return entry.guardian() == null
                ? List.of()
                : List.of(new NewChild.NewAdult(relation(entry), entry.guardian(), entry.phone(), true));
    }

    private static String relation(ChildEntry entry) {
        if (entry.relation() == Relation.FATHER) {
            return "父亲";
        }
        return entry.relation() == Relation.MOTHER ? "母亲" : Objects.requireNonNullElse(entry.relationText(), "照看的人");
    }

    private static List<NewChild.NewFact> facts(ChildEntry entry) {
        Set<NewChild.NewFact> facts = new LinkedHashSet<>();
        if (entry.rural() != null) {
            facts.add(always("HUKOU", entry.rural() ? "RURAL" : "URBAN"));
        }
        parent("FATHER", entry.father(), entry, facts);
        parent("MOTHER", entry.mother(), entry, facts);
        if (entry.workPlace() != null) {
            facts.add(new NewChild.NewFact("WORK_PLACE", entry.workPlace(), entry.awaySince(), null));
        }
        entry.disabilities().forEach(disability -> facts.add(always("DISABILITY", disability.toString())));
        entry.categories().stream().sorted().forEach(category -> declared(category, entry, facts));
        return List.copyOf(facts);
    }

    /** What only the declaration says: nobody but the township knows who has low income or is an orphan. */
    private static void declared(DeclaredCategory category, ChildEntry entry, Set<NewChild.NewFact> facts) {
        if (category.lowIncome()) {
            facts.add(always("BENEFIT", "LOW_INCOME"));
        }
        boolean eitherOr = category == DeclaredCategory.LOW_INCOME_DISABLED_OR_ILL
                && entry.disabilities().isEmpty();
        if (category == DeclaredCategory.LOW_INCOME_SERIOUSLY_ILL || eitherOr) {
            facts.add(always("ILLNESS", "SERIOUS"));
        }
        if (category == DeclaredCategory.ORPHAN || category == DeclaredCategory.ORPHAN_IN_INSTITUTION) {
            facts.add(always("STATUS", "ORPHAN"));
        }
        if (category == DeclaredCategory.ORPHAN_IN_INSTITUTION) {
            facts.add(always("STATUS", "IN_INSTITUTION"));
        }
        switch (category) {
            case OTHER_HARDSHIP -> facts.add(always("FOUND", "EMERGENCY"));
            case LOW_INCOME_MARGIN, EXPENDITURE_POOR, EXTREME_POVERTY -> facts.add(always("BENEFIT", category.name()));
            case CIVIL_AFFAIRS_GUARDIANSHIP, LOCALLY_RECOGNISED -> facts.add(always("STATUS", category.name()));
            default -> {}
        }
        facts.add(always("DECLARED", category.name()));
    }

    private static void parent(
            String kind, @Nullable ParentSituation situation, ChildEntry entry, Set<NewChild.NewFact> facts) {
        if (situation == ParentSituation.WORKING_AWAY) {
            facts.add(new NewChild.NewFact(kind, situation.name(), entry.workDivision(), entry.awaySince(), null));
        } else if (situation != null) {
            facts.add(always(kind, situation.name()));
        }
    }

    private static NewChild.NewFact always(String kind, String content) {
        return new NewChild.NewFact(kind, content, null, null);
    }
}

package org.tongxing.child;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.tongxing.kernel.Clause;
import org.tongxing.policy.Days;
import org.tongxing.policy.Period;

/**
 * When parents owe a child a contact: on the days on which one of them works away and the child is in somebody else's care.
 * A parent who is home for a visit is not away, and a parent who may not come near the child owes nothing.
 */
@Clause("LAW-23")
final class EntrustedDays {

    private static final String OPEN = "OPEN";
    private static final Set<String> GONE = Set.of(
            "WORKING_AWAY",
            "DEAD",
            "MISSING",
            "IMPRISONED",
            "COMPULSORY_REHAB",
            "OTHERWISE_RESTRICTED",
            "OUT_OF_CONTACT",
            "GUARDIANSHIP_REVOKED",
            "DEPORTED");

    private final List<ResidentMapper.ParentRow> parents;
    private final List<ResidentMapper.AdultRow> adults;

    private EntrustedDays(List<ResidentMapper.ParentRow> parents, List<ResidentMapper.AdultRow> adults) {
        this.parents = parents;
        this.adults = adults;
    }

    static List<Period> of(List<ResidentMapper.ParentRow> parents, List<ResidentMapper.AdultRow> adults) {
        return new EntrustedDays(parents, adults).days();
    }

    private List<Period> days() {
        return owedBy("FATHER", "父亲", "MOTHER", "母亲")
                .or(owedBy("MOTHER", "母亲", "FATHER", "父亲"))
                .stretches();
    }

    /** Who cares for the child is on file; where nobody is, it is somebody else once neither parent is there. */
    private Days owedBy(String parent, String relation, String other, String otherRelation) {
        boolean kept = is(relation, adult -> !adult.access().equals(OPEN));
        boolean otherCares = is(otherRelation, ResidentMapper.AdultRow::carer);
        boolean anotherCares = this.adults.stream()
                .anyMatch(adult -> adult.carer()
                        && !adult.relation().equals(relation)
                        && !adult.relation().equals(otherRelation));
        if (kept || (otherCares && !anotherCares)) {
            return Days.NONE;
        }
        Days away = when(parent, "WORKING_AWAY"::equals).without(when(parent + "_HOME", any -> true));
        return anotherCares ? away : away.and(when(other, GONE::contains));
    }

    private boolean is(String relation, Predicate<ResidentMapper.AdultRow> so) {
        return this.adults.stream().anyMatch(adult -> adult.relation().equals(relation) && so.test(adult));
    }

    private Days when(String kind, Predicate<String> content) {
        return Days.of(this.parents.stream()
                .filter(row -> row.kind().equals(kind) && content.test(row.content()))
                .map(row -> Period.of(row.sinceOn(), row.untilOn()))
                .toList());
    }
}

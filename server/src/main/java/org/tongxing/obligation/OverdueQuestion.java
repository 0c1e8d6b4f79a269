package org.tongxing.obligation;

import org.jspecify.annotations.Nullable;
import org.tongxing.policy.Actor;
import org.tongxing.policy.RiskTier;

/**
 * What to list; what is not given matches all.
 *
 * @param actor without one: what is owed to children; what is owed to families, such as their training, only by its actor
 * @param familyId only what this family owes
 * @param unitId only what the families of this unit owe
 */
public record OverdueQuestion(
        Which which,
        @Nullable Actor actor,
        @Nullable String clause,
        @Nullable Long familyId,
        @Nullable Long unitId,
        @Nullable RiskTier tier) {

    /** What this actor has left undone. */
    public static OverdueQuestion overdue(@Nullable Actor actor) {
        return new OverdueQuestion(Which.OVERDUE, actor, null, null, null, null);
    }

    boolean matches(OverdueLine line) {
        Owed owed = line.owed();
        return this.which.holds(owed)
                && (this.actor == null
                        ? owed.child() != null
                        : this.actor == owed.by().kind())
                && (this.clause == null
                        || this.clause.equals(owed.rule().clause().toString()))
                && (this.familyId == null
                        || (owed.family() != null
                                && this.familyId == owed.family().value()))
                && (this.unitId == null
                        || (line.family() != null
                                && this.unitId == line.family().unit().value()))
                && (this.tier == null || this.tier == line.tier());
    }

    /** How it stands. */
    public enum Which {
        OVERDUE,
        /** To be done now, and not late yet. */
        DUE,
        /** Nothing is late, but the year's count is short. */
        BEHIND;

        boolean holds(Owed owed) {
            boolean overdue = owed.overdueSince().isPresent();
            return switch (this) {
                case OVERDUE -> overdue;
                case DUE -> !overdue && owed.next().isPresent();
                case BEHIND -> !overdue && owed.year() != null && owed.year().behind() > 0;
            };
        }
    }
}

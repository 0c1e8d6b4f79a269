package org.tongxing.obligation;

import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.FamilyId;
import org.tongxing.policy.Actor;

/**
 * Somebody in particular who owes something: a family by its id, the child director of a village and a township by their
 * codes, the parents of a child by the child's id.
 */
public record OwedBy(Actor kind, String id) {

    public static OwedBy family(FamilyId family) {
        return new OwedBy(Actor.CADRE_FAMILY, family.toString());
    }

    public static OwedBy director(DivisionCode village) {
        return new OwedBy(Actor.CHILD_DIRECTOR, village.value());
    }

    public static OwedBy parents(ChildId child) {
        return new OwedBy(Actor.PARENT, child.toString());
    }

    /** A township, or the women's federation of one. */
    public static OwedBy township(Actor kind, DivisionCode division) {
        return new OwedBy(kind, division.at(DivisionCode.Level.TOWNSHIP).value());
    }

    /** Whether a message can reach this one. */
    public boolean canBeNudged() {
        return this.kind == Actor.CADRE_FAMILY || this.kind == Actor.CHILD_DIRECTOR || this.kind == Actor.PARENT;
    }

    /** Who in particular owes what a rule asks of its actor about a child of this village. */
    static OwedBy of(Actor kind, DivisionCode village, ChildId child) {
        return switch (kind) {
            case CHILD_DIRECTOR, SOCIAL_WORKER -> new OwedBy(kind, village.value());
            case PARENT -> parents(child);
            case TOWNSHIP, WOMENS_FEDERATION -> township(kind, village);
            case CADRE_FAMILY -> throw new IllegalArgumentException("Which family, the pairing says");
        };
    }
}

package org.tongxing.pairing.planning;

import java.util.List;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.FamilyId;

/**
 * A proposal that breaks no hard constraint.
 *
 * @param cost what placements and children left out cost together
 * @param lowerBound no plan for this problem, found by whomever, costs less
 * @param complete false when it was stopped early
 */
public record Plan(List<Placement> placements, List<LeftOut> leftOut, long cost, long lowerBound, boolean complete) {

    public Plan {
        placements = List.copyOf(placements);
        leftOut = List.copyOf(leftOut);
    }

    /** By how much the plan may miss the best one, as a share of the lower bound: 0.01 is one per cent. */
    public double gap() {
        if (this.cost == this.lowerBound) {
            return 0;
        }
        return this.lowerBound <= 0 ? 1 : (double) (this.cost - this.lowerBound) / this.lowerBound;
    }

    /**
     * A child and its family.
     *
     * @param parts what it costs, wish by wish; parts that cost nothing are listed too, because they are the reasons
     * @param price what one place in this family is worth to other children
     * @param cheapest what the child would cost with the family that suits it best, were it alone in the plan
     */
    public record Placement(ChildId child, FamilyId family, List<Part> parts, int price, int cheapest) {

        public Placement {
            parts = List.copyOf(parts);
        }

        public int cost() {
            return this.parts.stream().mapToInt(Part::points).sum();
        }
    }

    /** One wish and its cost; {@code metres} is given for the distance alone and is an estimate when not surveyed. */
    public record Part(Wish wish, int points, int metres) {}

    /** A child that could not be placed, and why. */
    public record LeftOut(ChildId child, Reason reason) {}

    /** The soft wishes. */
    public enum Wish {
        LINKED_VILLAGE("linkedVillage"),
        NEARBY("LOCAL-DISTANCE"),
        EVEN_LOAD("LOCAL-LOAD"),
        STAY_WITH_FAMILY("LOCAL-STAY");

        private final String basis;

        Wish(String basis) {
            this.basis = basis;
        }

        /** What the clause behind it speaks of, or the local setting. */
        public String basis() {
            return this.basis;
        }
    }

    /** Why a child was left out, the first that applies. */
    public enum Reason {
        /** A sibling's family is unknown to this plan, or has no place left for the whole group. */
        SIBLING_FAMILY_FULL("siblingsTogether"),
        /** A sibling's family has no female cadre, and the group needs one. */
        SIBLING_FAMILY_WITHOUT_FEMALE_CADRE("girlNeedsFemaleCadre"),
        /** There is no family within reach at all, or none worth its distance. */
        NO_FAMILY_IN_REACH("LOCAL-DISTANCE"),
        /** Families within reach have places, but none of them has a female cadre. */
        NO_FEMALE_CADRE_LEFT("girlNeedsFemaleCadre"),
        /** Places are left, but no family can take all the siblings together. */
        GROUP_TOO_BIG("siblingsTogether"),
        /** Every family within reach is full. */
        FAMILIES_FULL("LOCAL-CAPACITY"),
        /** The planner was stopped before it came to this child. */
        STOPPED_EARLY("LOCAL-STOPPED");

        private final String basis;

        Reason(String basis) {
            this.basis = basis;
        }

        /** What the clause behind it speaks of, or the local setting. */
        public String basis() {
            return this.basis;
        }
    }
}

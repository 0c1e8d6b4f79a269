package org.tongxing.pairing.planning;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.FamilyId;

/**
 * Who is to be placed, and who could take them. What the rules say of a single child is decided by the caller, so that
 * dialog, nightly check and planner judge alike.
 *
 * @param centres where villages lie, as far as known; the others are judged by their codes
 */
public record Problem(List<Child> children, List<Family> families, Map<DivisionCode, Centre> centres) {

    public Problem {
        children = List.copyOf(children);
        families = List.copyOf(families);
        centres = Map.copyOf(centres);
        Set<ChildId> childIds = new HashSet<>();
        Map<Long, Set<FamilyId>> joins = new HashMap<>();
        for (Child child : children) {
            if (!childIds.add(child.id())) {
                throw new IllegalArgumentException("Child " + child.id() + " is listed twice");
            }
            Long household = child.household();
            Set<FamilyId> before = household == null ? null : joins.putIfAbsent(household, child.siblingFamilies());
            if (before != null && !before.equals(child.siblingFamilies())) {
                throw new IllegalArgumentException("Household " + household + " names different sibling families");
            }
        }
        Set<FamilyId> familyIds = new HashSet<>();
        for (Family family : families) {
            if (!familyIds.add(family.id())) {
                throw new IllegalArgumentException("Family " + family.id() + " is listed twice");
            }
        }
    }

    /**
     * A child to be placed.
     *
     * @param household children of one household go to one family [JB-22]; null for a child alone
     * @param needsFemaleCadre whether the rule book asks for a female cadre [JB-24]
     * @param siblingFamilies families that already care for a sibling outside this plan: one of them, or none at all
     * @param current the family the child is with today and would better stay with
     */
    public record Child(
            ChildId id,
            DivisionCode village,
            @Nullable Long household,
            boolean needsFemaleCadre,
            Set<FamilyId> siblingFamilies,
            @Nullable FamilyId current) {

        public Child {
            siblingFamilies = Set.copyOf(siblingFamilies);
        }
    }

    /**
     * A family with what it can still take.
     *
     * @param division where it lives, or where the cadre's unit sits
     * @param linkedVillages villages the cadre's unit is linked to [JB-25, JB-26]
     * @param load children it keeps outside this plan
     * @param room how many children of this plan it can take
     */
    public record Family(
            FamilyId id,
            DivisionCode division,
            Set<DivisionCode> linkedVillages,
            boolean femaleCadre,
            int load,
            int room) {

        public Family {
            linkedVillages = Set.copyOf(linkedVillages);
            if (load < 0) {
                throw new IllegalArgumentException("Family " + id + " has a negative load");
            }
        }
    }

    /** A point in degrees. */
    public record Centre(double latitude, double longitude) {}
}

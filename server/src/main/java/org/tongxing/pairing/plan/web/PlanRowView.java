package org.tongxing.pairing.plan.web;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tongxing.child.Masks;
import org.tongxing.pairing.plan.PlanRow;
import org.tongxing.pairing.planning.Plan;
import org.tongxing.policy.AdoptedRules;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a plan says of one child, masked.
 *
 * @param price what one place of the family is worth to other children
 * @param cheapest what the child would cost with the family that suits it best, were it alone
 * @param edited somebody changed the row by hand
 */
record PlanRowView(
        long childId,
        String childName,
        String sex,
        int age,
        VillageView village,
        @Nullable Long familyId,
        @Nullable String cadreName,
        @Nullable String cadreSex,
        @Nullable String unitName,
        List<PlanPartView> parts,
        int cost,
        int price,
        int cheapest,
        @Nullable ReasonView left,
        boolean edited,
        @Nullable String outcome,
        @Nullable ReasonView outcomeReason,
        @Nullable Long pairingId) {

    private static final TypeReference<List<Plan.Part>> PARTS = new TypeReference<>() {};

    static PlanRowView of(
            PlanRow row, @Nullable String villageName, AdoptedRules rules, LocalDate today, JsonMapper json) {
        List<Plan.Part> parts = json.readValue(row.parts(), PARTS);
        return new PlanRowView(
                row.childId(),
                Masks.name(row.childName()),
                row.sex(),
                Period.between(row.birthOn(), today).getYears(),
                new VillageView(row.villageCode(), villageName),
                row.familyId(),
                row.cadreName(),
                row.cadreSex(),
                row.unitName(),
                parts.stream().map(part -> PlanPartView.of(part, rules)).toList(),
                row.familyId() == null ? 0 : row.cost(),
                row.price(),
                row.cheapest(),
                row.leftReason() == null ? null : PlanWords.left(row.leftReason(), rules),
                row.edited(),
                row.outcome(),
                row.outcomeCode() == null ? null : PlanWords.notPossible(row.outcomeCode()),
                row.pairingId());
    }

    /** A village as a screen names it. */
    record VillageView(String code, @Nullable String name) {}

    /** One wish: what it costs, and by which clause or local setting it counts. */
    record PlanPartView(
            Plan.Wish wish,
            @Nullable String clause,
            String label,
            int points,
            @Nullable Integer metres) {

        static PlanPartView of(Plan.Part part, AdoptedRules rules) {
            return new PlanPartView(
                    part.wish(),
                    PlanWords.clause(part.wish().basis(), rules),
                    Objects.requireNonNull(PlanWords.WISHES.get(part.wish())),
                    part.points(),
                    part.wish() == Plan.Wish.NEARBY ? part.metres() : null);
        }
    }

    /** A reason with its clause, in plain words. */
    record ReasonView(String code, @Nullable String clause, String text) {}
}

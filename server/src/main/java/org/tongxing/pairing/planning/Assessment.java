package org.tongxing.pairing.planning;

import java.util.List;
import java.util.Map;
import org.tongxing.kernel.DivisionCode;

/** What one placement costs by itself, for a row that a person has changed. */
public final class Assessment {

    private Assessment() {}

    /**
     * The wishes and their costs, in the order a plan lists them.
     *
     * @param nth the how-manieth child of the family this would be, those it has already included
     */
    public static List<Plan.Part> of(DivisionCode village, Problem.Family family, int nth, Settings settings) {
        Distances distances = new Distances(Map.of());
        int from = distances.number(village);
        int to = distances.number(family.division());
        boolean linked = family.linkedVillages().contains(village);
        return List.of(
                new Plan.Part(Plan.Wish.LINKED_VILLAGE, linked ? 0 : settings.notLinked(), 0),
                new Plan.Part(
                        Plan.Wish.NEARBY, Costs.placeCost(distances, settings, from, to), distances.metres(from, to)),
                new Plan.Part(Plan.Wish.EVEN_LOAD, settings.perLoad() * (nth - 1), 0));
    }
}

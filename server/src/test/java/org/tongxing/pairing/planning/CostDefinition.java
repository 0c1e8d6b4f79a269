package org.tongxing.pairing.planning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tongxing.kernel.FamilyId;

/** What a plan may do and what it costs, written down apart from the planner, for those it is compared with. */
public final class CostDefinition {

    private final Settings settings;
    private final Distances distances;
    private final Set<FamilyId> withRoom;

    public CostDefinition(Problem problem, Settings settings) {
        this.settings = settings;
        this.distances = new Distances(problem.centres());
        this.withRoom = problem.families().stream()
                .filter(family -> family.room() > 0)
                .map(Problem.Family::id)
                .collect(Collectors.toSet());
        problem.children().forEach(child -> this.distances.number(child.village()));
        problem.families().forEach(family -> this.distances.number(family.division()));
    }

    /** Those who go to one family together, siblings or a child alone. */
    public static List<List<Problem.Child>> groups(Problem problem) {
        Map<Object, List<Problem.Child>> households = new LinkedHashMap<>();
        for (Problem.Child child : problem.children()) {
            Object key = child.household() == null ? child.id() : child.household();
            households.computeIfAbsent(key, absent -> new ArrayList<>()).add(child);
        }
        return List.copyOf(households.values());
    }

    /** Whether a family may take all of a group, its room apart. */
    public boolean allowed(List<Problem.Child> group, Problem.Family family) {
        boolean girl = group.stream().anyMatch(Problem.Child::needsFemaleCadre);
        boolean tied = !group.get(0).siblingFamilies().isEmpty();
        Integer reach = this.settings.reachMetres();
        boolean near = group.stream()
                .allMatch(child -> reach == null
                        || family.linkedVillages().contains(child.village())
                        || family.id().equals(child.current())
                        || metres(child, family) <= reach);
        return (!girl || family.femaleCadre())
                && (tied ? group.get(0).siblingFamilies().contains(family.id()) : near);
    }

    /** What a child costs with a family, the family's load apart. */
    public long cost(Problem.Child child, Problem.Family family) {
        long cost = family.linkedVillages().contains(child.village()) ? 0 : this.settings.notLinked();
        if (!child.village().equals(family.division())) {
            cost += (long) metres(child, family) * this.settings.perKilometre() / 1000;
            boolean sameTown =
                    family.division().value().startsWith(child.village().value().substring(0, 9));
            cost += sameTown ? this.settings.otherVillage() : this.settings.otherTown();
        }
        boolean couldStay = child.current() != null && this.withRoom.contains(child.current());
        return cost + (couldStay && !family.id().equals(child.current()) ? this.settings.change() : 0);
    }

    private int metres(Problem.Child child, Problem.Family family) {
        return this.distances.metres(this.distances.number(child.village()), this.distances.number(family.division()));
    }
}

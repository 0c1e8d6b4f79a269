package org.tongxing.pairing.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.FamilyId;

/** Checks a plan against its problem, from the words of the clauses alone. */
final class HardConstraints {

    private HardConstraints() {}

    static void hold(Problem problem, Plan plan, Settings settings) {
        Map<FamilyId, Problem.Family> families =
                problem.families().stream().collect(Collectors.toMap(Problem.Family::id, Function.identity()));
        Map<ChildId, Problem.Child> children =
                problem.children().stream().collect(Collectors.toMap(Problem.Child::id, Function.identity()));
        Map<FamilyId, Integer> given = new HashMap<>();
        Map<Long, Set<FamilyId>> households = new HashMap<>();
        Set<ChildId> seen = new HashSet<>();
        long cost = 0;
        for (Plan.Placement placement : plan.placements()) {
            Problem.Child child = children.get(placement.child());
            Problem.Family family = families.get(placement.family());
            assertThat(seen.add(child.id())).as("child %s once", child.id()).isTrue();
            assertThat(!child.needsFemaleCadre() || family.femaleCadre()).isTrue();
            assertThat(child.siblingFamilies().isEmpty()
                            || child.siblingFamilies().contains(family.id()))
                    .isTrue();
            given.merge(family.id(), 1, Integer::sum);
            if (child.household() != null) {
                households
                        .computeIfAbsent(child.household(), absent -> new HashSet<>())
                        .add(family.id());
            }
            cost += placement.cost();
        }
        for (Plan.LeftOut one : plan.leftOut()) {
            assertThat(seen.add(one.child())).as("child %s once", one.child()).isTrue();
            Long household = children.get(one.child()).household();
            assertThat(household != null && households.containsKey(household))
                    .as("household %s torn apart", household)
                    .isFalse();
            cost += settings.unplaced();
        }
        assertThat(seen).hasSize(problem.children().size());
        assertThat(households.values()).allMatch(where -> where.size() == 1);
        given.forEach((family, count) ->
                assertThat(count).isLessThanOrEqualTo(families.get(family).room()));
        assertThat(plan.cost()).isEqualTo(cost);
        assertThat(plan.lowerBound()).isLessThanOrEqualTo(plan.cost());
    }
}

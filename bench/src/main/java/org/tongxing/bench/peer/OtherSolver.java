package org.tongxing.bench.peer;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.solution.ProblemFactCollectionProperty;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import ai.timefold.solver.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintCollectors;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.solver.SolverConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongxing.pairing.planning.CostDefinition;
import org.tongxing.pairing.planning.Problem;
import org.tongxing.pairing.planning.Settings;

/** Timefold, a general solver, with the same problem, as its manual would have it. */
public final class OtherSolver {

    private OtherSolver() {}

    /** What the best plan costs that it finds within a time. */
    public static long cost(Problem problem, Settings settings, Duration time) {
        CostDefinition means = new CostDefinition(problem, settings);
        List<Home> homes = problem.families().stream()
                .map(family -> new Home(family, settings))
                .toList();
        List<Group> groups = new ArrayList<>();
        for (List<Problem.Child> children : CostDefinition.groups(problem)) {
            groups.add(new Group(groups.size(), children, means, settings));
        }
        SolverConfig config = new SolverConfig()
                .withSolutionClass(Town.class)
                .withEntityClasses(Group.class)
                .withConstraintProviderClass(Wishes.class)
                .withTerminationSpentLimit(time);
        Town solved = SolverFactory.<Town>create(config).buildSolver().solve(new Town(homes, groups));
        if (solved.score.hardScore() < 0) {
            throw new IllegalStateException("It breaks what must not be broken");
        }
        return -solved.score.softScore();
    }

    /** A family, compared by itself. */
    public static final class Home {

        final Problem.Family family;
        private final Settings settings;

        Home(Problem.Family family, Settings settings) {
            this.family = family;
            this.settings = settings;
        }

        long load(int children) {
            return (long) this.settings.perLoad() * (this.family.load() * children + children * (children - 1) / 2);
        }
    }

    /** Children who go to one family. */
    @PlanningEntity
    public static class Group {

        @PlanningId
        long id;

        @PlanningVariable(allowsUnassigned = true)
        @Nullable
        Home home;

        List<Problem.Child> children = List.of();
        CostDefinition means;
        Settings settings;

        /** The solver makes its own. */
        public Group() {}

        Group(long id, List<Problem.Child> children, CostDefinition means, Settings settings) {
            this.id = id;
            this.children = children;
            this.means = means;
            this.settings = settings;
        }

        boolean allowed() {
            return this.means.allowed(this.children, this.home.family);
        }

        long cost() {
            return this.children.stream()
                    .mapToLong(child -> this.means.cost(child, this.home.family))
                    .sum();
        }
    }

    /** What is to be solved. */
    @PlanningSolution
    public static class Town {

        @ProblemFactCollectionProperty
        @ValueRangeProvider
        List<Home> homes = List.of();

        @PlanningEntityCollectionProperty
        List<Group> groups = List.of();

        @PlanningScore
        HardSoftLongScore score;

        /** The solver makes its own. */
        public Town() {}

        Town(List<Home> homes, List<Group> groups) {
            this.homes = homes;
            this.groups = groups;
        }
    }

    /** The same constraints and wishes. */
    public static final class Wishes implements ConstraintProvider {

        @Override
        public Constraint[] defineConstraints(ConstraintFactory all) {
            return new Constraint[] {
                all.forEach(Group.class)
                        .groupBy(group -> group.home, ConstraintCollectors.sum(group -> group.children.size()))
                        .filter((home, children) -> children > home.family.room())
                        .penalizeLong(
                                HardSoftLongScore.ONE_HARD, (home, children) -> (long) children - home.family.room())
                        .asConstraint("room"),
                all.forEach(Group.class)
                        .filter(group -> !group.allowed())
                        .penalizeLong(HardSoftLongScore.ONE_HARD, group -> group.children.size())
                        .asConstraint("allowed"),
                all.forEach(Group.class)
                        .penalizeLong(HardSoftLongScore.ONE_SOFT, Group::cost)
                        .asConstraint("wishes"),
                all.forEachIncludingUnassigned(Group.class)
                        .filter(group -> group.home == null)
                        .penalizeLong(
                                HardSoftLongScore.ONE_SOFT,
                                group -> (long) group.settings.unplaced() * group.children.size())
                        .asConstraint("left out"),
                all.forEach(Group.class)
                        .groupBy(group -> group.home, ConstraintCollectors.sum(group -> group.children.size()))
                        .penalizeLong(HardSoftLongScore.ONE_SOFT, Home::load)
                        .asConstraint("even load")
            };
        }
    }
}

package org.tongxing.pairing.planning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tries every plan of a tiny problem; written apart from the planner, from the definition of cost alone. */
final class BruteForce {

    private final Problem problem;
    private final Settings settings;
    private final Distances distances;
    private final List<List<Problem.Child>> groups;
    private final int[] taken;

    private BruteForce(Problem problem, Settings settings) {
        this.problem = problem;
        this.settings = settings;
        this.distances = new Distances(problem.centres());
        Map<Object, List<Problem.Child>> households = new LinkedHashMap<>();
        for (Problem.Child child : problem.children()) {
            Object key = child.household() == null ? child.id() : child.household();
            households.computeIfAbsent(key, absent -> new ArrayList<>()).add(child);
        }
        this.groups = new ArrayList<>(households.values());
        this.taken = new int[problem.families().size()];
    }

    static long leastCost(Problem problem, Settings settings) {
        return new BruteForce(problem, settings).from(0);
    }

    private long from(int at) {
        if (at == this.groups.size()) {
            return 0;
        }
        List<Problem.Child> group = this.groups.get(at);
        long best = (long) this.settings.unplaced() * group.size() + from(at + 1);
        for (int i = 0; i < this.taken.length; i++) {
            Problem.Family family = this.problem.families().get(i);
            if (!allowed(group, family) || this.taken[i] + group.size() > family.room()) {
                continue;
            }
            long cost = 0;
            for (Problem.Child child : group) {
                cost += cost(child, family, this.taken[i]++);
            }
            best = Math.min(best, cost + from(at + 1));
            this.taken[i] -= group.size();
        }
        return best;
    }

    private boolean allowed(List<Problem.Child> group, Problem.Family family) {
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

    private int metres(Problem.Child child, Problem.Family family) {
        return this.distances.metres(this.distances.number(child.village()), this.distances.number(family.division()));
    }

    private long cost(Problem.Child child, Problem.Family family, int already) {
        long cost = family.linkedVillages().contains(child.village()) ? 0 : this.settings.notLinked();
        if (!child.village().equals(family.division())) {
            cost += (long) metres(child, family) * this.settings.perKilometre() / 1000;
            boolean sameTown =
                    family.division().value().startsWith(child.village().value().substring(0, 9));
            cost += sameTown ? this.settings.otherVillage() : this.settings.otherTown();
        }
        cost += (long) this.settings.perLoad() * (family.load() + already);
        boolean canStay =
                this.problem.families().stream().anyMatch(one -> one.id().equals(child.current()) && one.room() > 0);
        return cost + (canStay && !family.id().equals(child.current()) ? this.settings.change() : 0);
    }
}

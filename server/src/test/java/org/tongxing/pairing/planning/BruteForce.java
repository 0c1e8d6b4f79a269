package org.tongxing.pairing.planning;

import java.util.List;

/** Tries every plan of a tiny problem. */
final class BruteForce {

    private final Problem problem;
    private final Settings settings;
    private final CostDefinition means;
    private final List<List<Problem.Child>> groups;
    private final int[] taken;

    private BruteForce(Problem problem, Settings settings) {
        this.problem = problem;
        this.settings = settings;
        this.means = new CostDefinition(problem, settings);
        this.groups = CostDefinition.groups(problem);
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
            if (!this.means.allowed(group, family) || this.taken[i] + group.size() > family.room()) {
                continue;
            }
            long cost = 0;
            for (Problem.Child child : group) {
                cost += this.means.cost(child, family)
                        + (long) this.settings.perLoad() * (family.load() + this.taken[i]++);
            }
            best = Math.min(best, cost + from(at + 1));
            this.taken[i] -= group.size();
        }
        return best;
    }
}

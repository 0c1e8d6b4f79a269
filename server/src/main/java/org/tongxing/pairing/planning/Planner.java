package org.tongxing.pairing.planning;

import org.tongxing.kernel.Clause;

/**
 * Proposes a family for each child of a problem: hard constraints always, soft wishes as far as they go together. The
 * same problem, settings and seed give the same plan on every machine, unless it is stopped early.
 */
public final class Planner {

    /** Finds a plan; runs in the calling thread and keeps no state. */
    @Clause("JB-22")
    @Clause("JB-24")
    @Clause("JB-25")
    @Clause("JB-27")
    @Clause("JB-58")
    public Plan plan(Problem problem, Settings settings, Progress progress) {
        progress.step(0, Progress.Phase.GATHERING.name());
        Market market = new Market(problem);
        Costs costs = new Costs(market, settings);
        Relaxation relaxation = new Relaxation(market, costs, Pricing.firstPenalty(settings));
        Pricing pricing = new Pricing(market, costs, settings, relaxation);

        pricing.solve(new Stage(progress, Progress.Phase.BOUND, 0.05, 0.5));

        Siblings siblings = new Siblings(market, costs, settings, relaxation);
        Stage placing = new Stage(progress, Progress.Phase.SIBLINGS, 0.5, 0.75);
        siblings.place(placing);
        pricing.refine(placing, 1);

        Stage improving = new Stage(progress, Progress.Phase.IMPROVING, 0.75, 1);
        siblings.improve(improving);
        pricing.refine(improving, 1);

        Plan plan = new Draft(market, costs, settings, relaxation, pricing, siblings).finish(!improving.stopped());
        progress.step(1, Progress.Phase.DONE.name());
        return plan;
    }
}

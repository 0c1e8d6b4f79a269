package org.tongxing.pairing.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.tongxing.kernel.Clause;

/** What is true of every plan. */
class PlannerProperties {

    private final Planner planner = new Planner();

    @Property(tries = 400)
    @Clause("JB-22")
    @Clause("JB-24")
    @Clause("JB-58")
    void keepsHardConstraints(@ForAll long seed) {
        Problem problem = TinyProblems.of(seed, 40, 25);
        HardConstraints.hold(problem, this.planner.plan(problem, Settings.DEFAULT, Progress.NONE), Settings.DEFAULT);
    }

    @Property(tries = 400)
    void isNotFarFromTheBestPlan(@ForAll long seed, @ForAll @IntRange(min = 0, max = 2) int reach) {
        Problem problem = TinyProblems.of(seed, 6, 5);
        Settings settings = Settings.DEFAULT.withReach(reach == 0 ? null : 6_000 * reach);
        Plan plan = this.planner.plan(problem, settings, Progress.NONE);
        long best = BruteForce.leastCost(problem, settings);
        assertThat(plan.lowerBound()).isLessThanOrEqualTo(best);
        assertThat(plan.cost()).isGreaterThanOrEqualTo(best);
    }

    @Property(tries = 60)
    void repeatsItself(@ForAll long seed) {
        Problem problem = TinyProblems.of(seed, 30, 20);
        Settings settings = Settings.DEFAULT.withSeed(seed);
        assertThat(this.planner.plan(problem, settings, Progress.NONE))
                .isEqualTo(this.planner.plan(problem, settings, Progress.NONE));
    }

    @Property(tries = 60)
    void leavesAValidPlanWhenStopped(@ForAll long seed, @ForAll @IntRange(min = 0, max = 12) int after) {
        Problem problem = Instances.of(200, seed);
        Plan plan = this.planner.plan(problem, Settings.DEFAULT, stopsAfter(after));
        HardConstraints.hold(problem, plan, Settings.DEFAULT);
    }

    private static Progress stopsAfter(int questions) {
        AtomicInteger asked = new AtomicInteger();
        return new Progress() {
            @Override
            public void step(double done, String phase) {}

            @Override
            public boolean cancelled() {
                return asked.incrementAndGet() > questions;
            }
        };
    }
}

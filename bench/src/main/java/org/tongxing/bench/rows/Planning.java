package org.tongxing.bench.rows;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.tongxing.bench.Figure;
import org.tongxing.bench.Row;
import org.tongxing.bench.data.Size;
import org.tongxing.bench.peer.OtherSolver;
import org.tongxing.bench.stage.Stage;
import org.tongxing.pairing.planning.Instances;
import org.tongxing.pairing.planning.Plan;
import org.tongxing.pairing.planning.Planner;
import org.tongxing.pairing.planning.Progress;
import org.tongxing.pairing.planning.Settings;

/**
 * Plans for a town, a county and a city: what they cost above the exact optimum of the relaxed problem, in which siblings may be
 * parted, and how long they take.
 */
public final class Planning implements Row {

    private static final int ROUNDS = 3;
    private static final double MEGABYTES = 1_500;

    /** Children: by how much of the bound a plan may be dearer, and within how many seconds. */
    private static final Map<Integer, double[]> REACH =
            Map.of(300, new double[] {0.01, 2}, 5_000, new double[] {0.01, 10}, 50_000, new double[] {0.03, 60});

    @Override
    public void measure(Stage stage, Size size, Consumer<Figure> figures) {
        new Planner().plan(Instances.of(300, size.seed()), Settings.DEFAULT, Progress.NONE);
        REACH.keySet().stream().sorted().forEach(children -> measure(children, size.seed(), figures));
    }

    private static void measure(int children, long seed, Consumer<Figure> figures) {
        double[] reach = REACH.get(children);
        double[] gaps = new double[ROUNDS];
        double[] seconds = new double[ROUNDS];
        double[] megabytes = new double[ROUNDS];
        double[] others = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            var problem = Instances.of(children, seed + round);
            System.gc();
            ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
            long begun = System.nanoTime();
            Plan plan = new Planner().plan(problem, Settings.DEFAULT, Progress.NONE);
            seconds[round] = (System.nanoTime() - begun) / 1e9;
            gaps[round] = plan.gap();
            megabytes[round] = peak();
            long other = OtherSolver.cost(problem, Settings.DEFAULT, Duration.ofMillis((long) (reach[1] * 1_000)));
            others[round] = (double) other / plan.cost();
            System.out.printf(
                    "  %,d children: %.2f s, cost %d, bound %d, %d without, %.0f MB; the other solver %d%n",
                    children,
                    seconds[round],
                    plan.cost(),
                    plan.lowerBound(),
                    plan.leftOut().size(),
                    megabytes[round],
                    other);
        }
        String size = "%,d children".formatted(children);
        figures.accept(Figure.atMost(reach[0], "plan, cost above the bound", "the relaxed optimum", size, gaps));
        figures.accept(Figure.atLeast(
                1, "plan, another solver's cost", "ours, in all the time that is allowed", size, others));
        figures.accept(Figure.atMost(reach[1], "plan, seconds", "the clock", size, seconds));
        figures.accept(Figure.atMost(MEGABYTES, "plan, megabytes of heap", "what is in use at most", size, megabytes));
    }

    private static double peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                / 1_048_576.0;
    }
}

package org.tongxing.pairing.planning;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Prints time, gap and memory for a town, a county and a city; run with the sizes as arguments. */
final class PlannerBench {

    private static final Settings DISTANCE_ONLY = new Settings(0, 10, 30, 100, 0, 0, 20_000, null, 6, 1);

    private PlannerBench() {}

    public static void main(String[] sizes) {
        new Planner().plan(Instances.of(300, 9), Settings.DEFAULT, Progress.NONE);
        System.out.printf(
                "%-26s %8s %8s %12s %12s %8s %9s%n", "case", "s", "gap %", "cost", "bound", "left", "peak MB");
        for (String size : sizes.length == 0 ? new String[] {"300", "5000", "50000"} : sizes) {
            int children = Integer.parseInt(size);
            run("default " + size, Instances.of(children, 1), Settings.DEFAULT);
            run("distance only " + size, Instances.of(children, 1), DISTANCE_ONLY);
            run("scattered, dist. " + size, Instances.scattered(children, 8, 1), DISTANCE_ONLY);
        }
    }

    private static void run(String name, Problem problem, Settings settings) {
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        Map<String, Long> phases = new TreeMap<>();
        long start = System.nanoTime();
        Plan plan = new Planner().plan(problem, settings, new Progress() {
            @Override
            public void step(double done, String phase) {
                phases.putIfAbsent(phase, (System.nanoTime() - start) / 1_000_000);
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        });
        double seconds = (System.nanoTime() - start) / 1e9;
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        System.out.printf(
                Locale.ROOT,
                "%-26s %8.2f %8.3f %12d %12d %8d %9d %s%n",
                name,
                seconds,
                100 * plan.gap(),
                plan.cost(),
                plan.lowerBound(),
                plan.leftOut().size(),
                peak >> 20,
                phases);
    }
}

package org.tongxing.bench;

import java.util.Arrays;
import java.util.Locale;

/**
 * One figure: how we compare with a limit or a peer measured in the same run.
 *
 * @param ratio the median of several measurements
 * @param spread half the distance between the smallest and the largest of them, in parts of the median
 * @param reach what was to be reached, such as {@code ≥ 0.6}
 * @param size on how much data
 */
public record Figure(String name, String against, double ratio, double spread, String reach, boolean met, String size) {

    /** We are to be at least so many times the peer. */
    public static Figure atLeast(double reach, String name, String against, String size, double... ratios) {
        double median = median(ratios);
        return new Figure(name, against, median, spread(ratios), "≥ " + plain(reach), median >= reach, size);
    }

    /** We are to be at most so many times the limit. */
    public static Figure atMost(double reach, String name, String against, String size, double... ratios) {
        double median = median(ratios);
        return new Figure(name, against, median, spread(ratios), "≤ " + plain(reach), median <= reach, size);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static double spread(double[] values) {
        double low = Arrays.stream(values).min().orElseThrow();
        double high = Arrays.stream(values).max().orElseThrow();
        return high == low ? 0 : (high - low) / 2 / median(values);
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    @Override
    public String toString() {
        return "%-44s %9s  ±%3.0f%%  %-7s %-4s  %s; against %s"
                .formatted(
                        this.name,
                        String.format(Locale.ROOT, this.ratio >= 100 ? "%.0f" : "%.3g", this.ratio),
                        this.spread * 100,
                        this.reach,
                        this.met ? "met" : "NOT",
                        this.size,
                        this.against);
    }
}

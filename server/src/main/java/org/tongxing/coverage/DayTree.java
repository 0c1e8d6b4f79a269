package org.tongxing.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The nodes of a binary indexed tree over the days from 1970 to 2149 (P. M. Fenwick, <i>A New Data Structure for Cumulative
 * Frequency Tables</i>, 1994). A node keeps what changed on a run of days, as many as its lowest set bit says: whatever
 * changed up to any day is in 16 nodes at most, and a day is in no more than 17.
 */
final class DayTree {

    private static final int LAST = 1 << 16;

    private DayTree() {}

    /** The nodes that add up to everything until a day, itself included; node 0, which is empty, for a day before all. */
    static List<Integer> until(LocalDate day) {
        List<Integer> nodes = new ArrayList<>();
        int node = leaf(day);
        do {
            nodes.add(node);
            node -= Integer.lowestOneBit(node);
        } while (node > 0);
        return nodes;
    }

    /** The nodes in which a day is kept. */
    static List<Integer> above(LocalDate day) {
        List<Integer> nodes = new ArrayList<>();
        for (int node = Math.max(1, leaf(day)); node <= LAST; node += Integer.lowestOneBit(node)) {
            nodes.add(node);
        }
        return nodes;
    }

    private static int leaf(LocalDate day) {
        return (int) Math.max(0, Math.min(LAST, day.toEpochDay() + 1));
    }
}

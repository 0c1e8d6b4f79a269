package org.tongxing.pairing.planning;

import java.util.Arrays;

/**
 * A minimum-cost flow that stays optimal while it is changed: supply may be added, capacities may move by one, arcs may
 * appear. Every change leaves some nodes out of balance; {@link #settle()} repairs them along shortest residual paths, so
 * each change costs a small local search and never a new start.
 *
 * <p>Successive shortest paths with node potentials and early stop: Ahuja, Magnanti, Orlin, <i>Network Flows</i> (1993),
 * 9.7; potentials after Edmonds and Karp (1972). Arcs come in pairs, {@code arc ^ 1} is the way back.
 */
final class FlowNetwork {

    private static final int NONE = -1;

    private final int nodes;
    private final int sink;
    private final int[] first;
    private final int[] potential;
    private final int[] imbalance;
    private final int[] unsettled;
    private final boolean[] waiting;
    private int waitingCount;
    private int[] next = new int[1024];
    private int[] to = new int[1024];
    private int[] free = new int[1024];
    private int[] cost = new int[1024];
    private int arcs;
    private long total;
    private final ShortestPath path;

    FlowNetwork(int nodes, int sink) {
        this.nodes = nodes;
        this.sink = sink;
        this.first = new int[nodes];
        Arrays.fill(this.first, NONE);
        this.potential = new int[nodes];
        this.imbalance = new int[nodes];
        this.unsettled = new int[nodes];
        this.waiting = new boolean[nodes];
        this.path = new ShortestPath(this);
    }

    int addArc(int from, int target, int capacity, int arcCost) {
        if (this.arcs + 2 > this.to.length) {
            int length = this.to.length * 2;
            this.next = Arrays.copyOf(this.next, length);
            this.to = Arrays.copyOf(this.to, length);
            this.free = Arrays.copyOf(this.free, length);
            this.cost = Arrays.copyOf(this.cost, length);
        }
        int arc = this.arcs;
        half(arc, from, target, capacity, arcCost);
        half(arc + 1, target, from, 0, -arcCost);
        this.arcs += 2;
        return arc;
    }

    private void half(int arc, int from, int target, int capacity, int arcCost) {
        this.next[arc] = this.first[from];
        this.first[from] = arc;
        this.to[arc] = target;
        this.free[arc] = capacity;
        this.cost[arc] = arcCost;
    }

    /** Brings units into the network that have to reach the sink; a negative number takes units out. */
    void supply(int from, int units) {
        unbalance(from, units);
        unbalance(this.sink, -units);
    }

    /** Sends units along an arc; both ends are out of balance until settled. */
    void push(int arc, int units) {
        this.free[arc] -= units;
        this.free[arc ^ 1] += units;
        this.total += (long) this.cost[arc] * units;
        unbalance(this.to[arc ^ 1], -units);
        unbalance(this.to[arc], units);
    }

    /** One unit more of capacity, used at once where that pays. */
    void widen(int arc) {
        this.free[arc]++;
        if (reducedCost(arc) < 0) {
            push(arc, 1);
        }
    }

    /** One unit less of capacity; what no longer fits goes elsewhere. */
    void narrow(int arc) {
        if (this.free[arc] == 0) {
            push(arc ^ 1, 1);
        }
        this.free[arc]--;
    }

    /** Changes what an arc without flow costs. */
    void reprice(int arc, int arcCost) {
        this.cost[arc] = arcCost;
        this.cost[arc ^ 1] = -arcCost;
    }

    /** Moves the potential of a source that sends nothing to where its cheapest arc is just tight. */
    void loosen(int source) {
        int least = Integer.MIN_VALUE;
        for (int arc = this.first[source]; arc != NONE; arc = this.next[arc]) {
            least = Math.max(least, this.potential[this.to[arc]] - this.cost[arc]);
        }
        this.potential[source] = least;
    }

    /** The sink is never repaired itself: it is in balance once all others are, and its search would touch everybody. */
    private void unbalance(int node, int units) {
        this.imbalance[node] += units;
        if (node != this.sink && !this.waiting[node]) {
            this.waiting[node] = true;
            this.unsettled[this.waitingCount++] = node;
        }
    }

    /** Makes the flow feasible and cheapest again. */
    void settle() {
        while (this.waitingCount > 0) {
            int node = this.unsettled[--this.waitingCount];
            this.waiting[node] = false;
            while (this.imbalance[node] != 0) {
                this.path.augment(node, this.imbalance[node] > 0);
            }
        }
    }

    /** Sends units along an arc without leaving a mark; the caller accounts for both ends. */
    void shift(int arc, int units) {
        this.free[arc] -= units;
        this.free[arc ^ 1] += units;
        this.total += (long) this.cost[arc] * units;
    }

    void balance(int source, int target, int units) {
        this.imbalance[source] -= units;
        this.imbalance[target] += units;
    }

    int reducedCost(int arc) {
        return this.cost[arc] + this.potential[this.to[arc ^ 1]] - this.potential[this.to[arc]];
    }

    int flow(int arc) {
        return (arc & 1) == 0 ? this.free[arc ^ 1] : 0;
    }

    int nodes() {
        return this.nodes;
    }

    int first(int node) {
        return this.first[node];
    }

    int next(int arc) {
        return this.next[arc];
    }

    int to(int arc) {
        return this.to[arc];
    }

    int free(int arc) {
        return this.free[arc];
    }

    int imbalance(int node) {
        return this.imbalance[node];
    }

    int potential(int node) {
        return this.potential[node];
    }

    void raise(int node, int by) {
        this.potential[node] += by;
    }

    /** What all flow costs. */
    long total() {
        return this.total;
    }
}

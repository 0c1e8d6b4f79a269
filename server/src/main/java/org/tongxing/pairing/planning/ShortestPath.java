package org.tongxing.pairing.planning;

import java.util.Arrays;

/**
 * Dijkstra's search on reduced costs from a node with too much to the nearest with too little, or backwards. It stops at
 * the first one found, which keeps it local; only the nodes it settled get new potentials.
 */
final class ShortestPath {

    private final FlowNetwork network;
    private final int[] distance;
    private final int[] stamp;
    private final int[] via;
    private final int[] settled;
    private long[] heap = new long[256];
    private int heapSize;
    private int now;

    /** How far the nearest end seen so far is: nothing farther needs a label. */
    private int nearest;

    ShortestPath(FlowNetwork network) {
        this.network = network;
        this.distance = new int[network.nodes()];
        this.stamp = new int[network.nodes()];
        this.via = new int[network.nodes()];
        this.settled = new int[network.nodes()];
    }

    /** Carries as much imbalance away from a node as one shortest path can. */
    void augment(int node, boolean forward) {
        int end = search(node, forward);
        int units = Math.min(Math.abs(this.network.imbalance(node)), Math.abs(this.network.imbalance(end)));
        for (int at = end; at != node; at = before(at, forward)) {
            units = Math.min(units, this.network.free(this.via[at]));
        }
        for (int at = end; at != node; at = before(at, forward)) {
            this.network.shift(this.via[at], units);
        }
        this.network.balance(forward ? node : end, forward ? end : node, units);
    }

    private int before(int node, boolean forward) {
        return this.network.to(forward ? this.via[node] ^ 1 : this.via[node]);
    }

    private int search(int source, boolean forward) {
        this.now++;
        this.heapSize = 0;
        int count = 0;
        this.nearest = Integer.MAX_VALUE;
        label(source, 0, -1);
        while (this.heapSize > 0) {
            long top = pop();
            int at = (int) top;
            int reached = (int) (top >>> 32);
            if (reached != this.distance[at]) {
                continue;
            }
            int imbalance = this.network.imbalance(at);
            if (forward ? imbalance < 0 : imbalance > 0) {
                reprice(count, reached, forward);
                return at;
            }
            this.settled[count++] = at;
            scan(at, reached, forward);
        }
        throw new IllegalStateException("The flow cannot be balanced");
    }

    private void reprice(int count, int reached, boolean forward) {
        for (int i = 0; i < count; i++) {
            int by = this.distance[this.settled[i]] - reached;
            this.network.raise(this.settled[i], forward ? by : -by);
        }
    }

    private void scan(int at, int reached, boolean forward) {
        for (int out = this.network.first(at); out >= 0; out = this.network.next(out)) {
            int arc = forward ? out : out ^ 1;
            if (this.network.free(arc) > 0) {
                int head = this.network.to(out);
                int length = reached + this.network.reducedCost(arc);
                if (length < this.nearest && (this.stamp[head] != this.now || length < this.distance[head])) {
                    label(head, length, arc);
                    int imbalance = this.network.imbalance(head);
                    if (forward ? imbalance < 0 : imbalance > 0) {
                        this.nearest = length;
                    }
                }
            }
        }
    }

    private void label(int node, int length, int arc) {
        this.stamp[node] = this.now;
        this.distance[node] = length;
        this.via[node] = arc;
        push(((long) length << 32) | node);
    }

    private void push(long entry) {
        if (this.heapSize == this.heap.length) {
            this.heap = Arrays.copyOf(this.heap, this.heapSize * 2);
        }
        int at = this.heapSize++;
        while (at > 0 && this.heap[(at - 1) / 2] > entry) {
            this.heap[at] = this.heap[(at - 1) / 2];
            at = (at - 1) / 2;
        }
        this.heap[at] = entry;
    }

    private long pop() {
        long top = this.heap[0];
        long last = this.heap[--this.heapSize];
        int at = 0;
        while (2 * at + 1 < this.heapSize) {
            int child = 2 * at + 1;
            if (child + 1 < this.heapSize && this.heap[child + 1] < this.heap[child]) {
                child++;
            }
            if (this.heap[child] >= last) {
                break;
            }
            this.heap[at] = this.heap[child];
            at = child;
        }
        this.heap[at] = last;
        return top;
    }
}

package org.tongxing.sandbox.town;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** For how many days those have been waiting whom nobody has today. */
final class Waits {

    private final Deque<Integer> fresh = new ArrayDeque<>(List.of(2, 4, 5, 7, 10, 12));
    private final Deque<Integer> longer =
            new ArrayDeque<>(List.of(47, 18, 83, 26, 104, 33, 58, 140, 66, 22, 92, 75, 113, 39, 126));

    /** The next number of days for such a household; turns round where there are more households than numbers. */
    int days(Scene scene) {
        if (scene == Scene.NOT_ARRANGED) {
            return 41;
        }
        Deque<Integer> days = scene == Scene.NEW ? this.fresh : this.longer;
        int next = days.removeFirst();
        days.addLast(next);
        return next;
    }
}

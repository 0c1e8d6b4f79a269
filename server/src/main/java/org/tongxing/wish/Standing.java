package org.tongxing.wish;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The promises that stand while new ones are given out: who has which wish, and which slots everybody has used. */
final class Standing {

    private final Map<Long, Long> claimers = new HashMap<>();
    private final Map<Long, Set<Integer>> slots = new HashMap<>();

    Standing(List<ClaimMapper.Open> open) {
        open.forEach(one -> put(one.wishId(), one.phoneAccountId(), one.slot()));
    }

    boolean isTaken(long wish) {
        return this.claimers.containsKey(wish);
    }

    boolean isOf(long wish, long account) {
        return this.claimers.getOrDefault(wish, -1L) == account;
    }

    /** Gives a wish to somebody, in the first slot that is free; null when all are used. */
    @Nullable
    Integer take(long wish, long account, int most) {
        Set<Integer> used = this.slots.getOrDefault(account, Set.of());
        for (int slot = 1; slot <= most; slot++) {
            if (!used.contains(slot)) {
                put(wish, account, slot);
                return slot;
            }
        }
        return null;
    }

    private void put(long wish, long account, int slot) {
        this.claimers.put(wish, account);
        this.slots.computeIfAbsent(account, first -> new HashSet<>()).add(slot);
    }
}

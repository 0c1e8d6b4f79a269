package org.tongxing.wish;

import java.util.HashSet;
import java.util.Set;

/** How much two wishes ask for the same: the share of pairs of characters they have in common. */
public final class Likeness {

    private static final double ALIKE = 0.3;

    private Likeness() {}

    public static boolean alike(String one, String other) {
        Set<String> first = pairs(one);
        Set<String> second = pairs(other);
        if (first.isEmpty() || second.isEmpty()) {
            return one.equals(other);
        }
        Set<String> both = new HashSet<>(first);
        both.retainAll(second);
        return both.size() >= ALIKE * Math.min(first.size(), second.size());
    }

    private static Set<String> pairs(String text) {
        String plain = text.replaceAll("[\\p{P}\\p{S}\\s\\d]", "");
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 1 < plain.length(); i++) {
            pairs.add(plain.substring(i, i + 2));
        }
        return pairs;
    }
}

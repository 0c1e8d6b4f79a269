package org.tongxing.child;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A condition over what is true of a child: {@code any}, {@code all} and {@code not} over leaves {@code SUBJECT A|B}. */
sealed interface Condition {

    /**
     * Whether it holds on a day.
     *
     * @param truths what is true on the day, as {@code SUBJECT VALUE}
     */
    boolean holds(Set<String> truths);

    /** Reads a condition from the parsed rule book; refuses everything it does not know. */
    static Condition read(Object node) {
        if (node instanceof String leaf) {
            String[] parts = leaf.split(" ");
            if (parts.length != 2) {
                throw new IllegalArgumentException("Not a leaf: " + leaf);
            }
            return new Leaf(Arrays.stream(parts[1].split("\\|"))
                    .map(value -> parts[0] + " " + value)
                    .toList());
        }
        if (node instanceof Map<?, ?> map && map.size() == 1) {
            Map.Entry<?, ?> only = map.entrySet().iterator().next();
            return switch (String.valueOf(only.getKey())) {
                case "any" -> new Any(parts(only.getValue()));
                case "all" -> new All(parts(only.getValue()));
                case "not" -> new Not(read(only.getValue()));
                default -> throw new IllegalArgumentException("Unknown condition: " + only.getKey());
            };
        }
        throw new IllegalArgumentException("Not a condition: " + node);
    }

    private static List<Condition> parts(Object node) {
        if (node instanceof List<?> list && !list.isEmpty()) {
            return list.stream().map(Condition::read).toList();
        }
        throw new IllegalArgumentException("Not a list of conditions: " + node);
    }

    /** One of several values of a subject is true. */
    record Leaf(List<String> truths) implements Condition {
        @Override
        public boolean holds(Set<String> facts) {
            return this.truths.stream().anyMatch(facts::contains);
        }
    }

    /** One part holds. */
    record Any(List<Condition> parts) implements Condition {
        @Override
        public boolean holds(Set<String> facts) {
            return this.parts.stream().anyMatch(part -> part.holds(facts));
        }
    }

    /** Every part holds. */
    record All(List<Condition> parts) implements Condition {
        @Override
        public boolean holds(Set<String> facts) {
            return this.parts.stream().allMatch(part -> part.holds(facts));
        }
    }

    /** The part does not hold. */
    record Not(Condition part) implements Condition {
        @Override
        public boolean holds(Set<String> facts) {
            return !this.part.holds(facts);
        }
    }
}

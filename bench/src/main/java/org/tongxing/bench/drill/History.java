package org.tongxing.bench.drill;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares what people were told with what is kept: everything acknowledged is there once, whatever was refused is not, and
 * what was never answered is there once or not at all.
 */
public final class History {

    private static final int MOST_NAMED = 20;

    private final Map<Deed, Map<String, Rows>> kept;
    private final Map<String, Integer> audited;

    /**
     * @param kept the rows of every deed by subject
     * @param audited how many rows of the audit there are by kind and subject
     */
    public History(Map<Deed, Map<String, Rows>> kept, Map<String, Integer> audited) {
        this.kept = kept;
        this.audited = audited;
    }

    /** What does not fit. */
    public Findings compare(List<Operation> operations) {
        Map<Deed, Map<String, Told>> told = new LinkedHashMap<>();
        Map<String, Integer> owed = new LinkedHashMap<>();
        for (Operation operation : operations) {
            told.computeIfAbsent(operation.deed(), first -> new LinkedHashMap<>())
                    .merge(operation.subject(), Told.of(operation), Told::and);
            if (operation.end() == Operation.End.ACKNOWLEDGED && operation.audit() != null) {
                owed.merge(operation.audit(), 1, Integer::sum);
            }
        }
        Counter lost = new Counter();
        Counter doubled = new Counter();
        Counter half = new Counter();
        told.remove(Deed.PHOTO);
        told.forEach((deed, subjects) -> subjects.forEach((subject, one) -> {
            Rows rows = this.kept.getOrDefault(deed, Map.of()).getOrDefault(subject, Rows.NONE);
            lost.add(one.done() - rows.there(), deed + " " + subject);
            doubled.add(rows.there() - one.done() - one.unknown(), deed + " " + subject);
            half.add(rows.there() - rows.whole(), deed + " " + subject);
        }));
        owed.forEach((entry, times) -> half.add(times - this.audited.getOrDefault(entry, 0), "audit of " + entry));
        return new Findings(lost.count, doubled.count, half.count, List.copyOf(lost.and(doubled, half)));
    }

    /**
     * The rows of one subject.
     *
     * @param there how many times it was done
     * @param whole how many of them have everything that belongs to it
     */
    public record Rows(int there, int whole) {

        static final Rows NONE = new Rows(0, 0);
    }

    /**
     * What a comparison found.
     *
     * @param named some of what does not fit
     */
    public record Findings(int lost, int doubled, int half, List<String> named) {}

    private record Told(int done, int unknown) {

        static Told of(Operation operation) {
            return new Told(operation.isDone() ? 1 : 0, operation.end() == Operation.End.UNKNOWN ? 1 : 0);
        }

        Told and(Told other) {
            return new Told(this.done + other.done, this.unknown + other.unknown);
        }
    }

    private static final class Counter {

        private final Set<String> names = new TreeSet<>();
        private int count;

        void add(int excess, String name) {
            if (excess > 0) {
                this.count += excess;
                this.names.add(name);
            }
        }

        List<String> and(Counter doubled, Counter half) {
            List<String> all = new ArrayList<>();
            this.names.stream().limit(MOST_NAMED).forEach(name -> all.add("lost: " + name));
            doubled.names.stream().limit(MOST_NAMED).forEach(name -> all.add("doubled: " + name));
            half.names.stream().limit(MOST_NAMED).forEach(name -> all.add("half: " + name));
            return all;
        }
    }
}

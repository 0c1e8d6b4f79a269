package org.tongxing.bench.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a drill ends with.
 *
 * @param operations how many things people did meanwhile
 * @param backMs within how many milliseconds the first of them was acknowledged again, the slowest time
 * @param wrong what must not be, in words
 * @param more whatever else is worth keeping
 */
record Verdict(
        String name,
        int times,
        int operations,
        int lost,
        int half,
        int doubled,
        long backMs,
        List<String> wrong,
        Map<String, ?> more) {

    /** What was wrong during the drill, with what the comparison has found and what nobody could make sense of. */
    static Verdict of(
            String name,
            int times,
            Journal journal,
            MixedLoad.Compared compared,
            List<Long> back,
            List<String> wrong,
            Map<String, ?> measured) {
        List<String> all = new ArrayList<>(wrong);
        all.addAll(compared.findings().named());
        all.addAll(compared.broken());
        all.addAll(journal.unclear());
        Map<String, Object> more = new TreeMap<>(measured);
        more.put("troubles", journal.troubles());
        return new Verdict(
                name,
                times,
                compared.operations(),
                compared.findings().lost(),
                compared.findings().half(),
                compared.findings().doubled(),
                back.stream().mapToLong(Long::longValue).max().orElse(0),
                all,
                more);
    }

    boolean met() {
        return this.lost == 0 && this.half == 0 && this.doubled == 0 && this.wrong.isEmpty();
    }

    @Override
    public String toString() {
        return "%s: %s; %d times, %d operations, %d lost, %d half, %d doubled, back within %d ms%s"
                .formatted(
                        this.name,
                        met() ? "met" : "NOT met",
                        this.times,
                        this.operations,
                        this.lost,
                        this.half,
                        this.doubled,
                        this.backMs,
                        this.wrong.isEmpty() ? "" : "\n  " + String.join("\n  ", this.wrong));
    }
}

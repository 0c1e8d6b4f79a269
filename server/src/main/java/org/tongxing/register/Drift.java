package org.tongxing.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.Clause;

/** What became of submitted figures: looked back at with what is known now, and on another day. */
public final class Drift {

    private Drift() {}

    /**
     * The figures that differ.
     *
     * @param reported as it was submitted
     * @param lookedBack the same day, with everything that was typed since
     * @param today how it stands now; deeds are not compared with those of another period
     */
    @Clause("JB-62")
    static List<Change> between(Figures reported, Figures lookedBack, Figures today) {
        Map<Key, Integer> then = flat(reported);
        Map<Key, Integer> back = flat(lookedBack);
        Map<Key, Integer> now = flat(today);
        Set<Key> keys = new LinkedHashSet<>(then.keySet());
        keys.addAll(back.keySet());
        keys.addAll(now.keySet());
        List<Change> changes = new ArrayList<>();
        for (Key key : keys) {
            int first = then.getOrDefault(key, 0);
            int second = back.getOrDefault(key, 0);
            Integer third = key.part() == Part.DEED ? null : now.getOrDefault(key, 0);
            if (first != second || (third != null && third != first)) {
                changes.add(new Change(key.part(), key.code(), key.name(), key.measure(), first, second, third));
            }
        }
        return changes;
    }

    private static Map<Key, Integer> flat(Figures figures) {
        Map<Key, Integer> flat = new LinkedHashMap<>();
        counts(flat, Part.ALL, "", "全镇", figures.all());
        Figures.DeedFigures deeds = figures.deeds();
        flat.put(new Key(Part.DEED, "", "", Measure.BEGUN), deeds.begun());
        flat.put(new Key(Part.DEED, "", "", Measure.ENDED), deeds.ended());
        flat.put(new Key(Part.DEED, "", "", Measure.VISITS), deeds.visits());
        flat.put(new Key(Part.DEED, "", "", Measure.VISITED), deeds.visited());
        figures.villages().forEach(one -> counts(flat, Part.VILLAGE, one.code(), one.name(), one.counts()));
        figures.categories().forEach(one -> counts(flat, Part.CATEGORY, one.code(), one.name(), one.counts()));
        figures.reasons()
                .forEach(one -> flat.put(
                        new Key(Part.REASON, one.code().name(), one.name(), Measure.UNCOVERED), one.children()));
        return flat;
    }

    private static void counts(Map<Key, Integer> flat, Part part, String code, String name, Counts counts) {
        flat.put(new Key(part, code, name, Measure.ELIGIBLE), counts.eligible());
        flat.put(new Key(part, code, name, Measure.BY_FAMILY), counts.byFamily());
        flat.put(new Key(part, code, name, Measure.BY_AREA_DUTY), counts.byAreaDuty());
        flat.put(new Key(part, code, name, Measure.UNCOVERED), counts.uncovered());
        flat.put(new Key(part, code, name, Measure.GIRLS_WITHOUT), counts.girlsWithout());
    }

    /** What a figure is about. */
    public enum Part {
        ALL,
        DEED,
        VILLAGE,
        CATEGORY,
        REASON
    }

    /** What is counted. */
    public enum Measure {
        ELIGIBLE,
        BY_FAMILY,
        BY_AREA_DUTY,
        UNCOVERED,
        GIRLS_WITHOUT,
        BEGUN,
        ENDED,
        VISITS,
        VISITED
    }

    /** A place that is called otherwise by now is the same place, so the name does not count. */
    private record Key(Part part, String code, String name, Measure measure) {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key that
                    && this.part == that.part
                    && this.code.equals(that.code)
                    && this.measure == that.measure;
        }

        @Override
        public int hashCode() {
            return java.util.Objects.hash(this.part, this.code, this.measure);
        }
    }
}

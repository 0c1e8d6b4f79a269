package org.tongxing.obligation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.tongxing.kernel.ChildId;

/**
 * Lines that belong together: of a village, a family, a unit.
 *
 * @param key a division's code, a family's or a unit's id
 * @param name as screens call it
 * @param more a second name, such as the unit of a family; may be empty
 * @param children how many children it is about
 * @param things how many lines
 * @param oldest since when the longest has been waiting
 * @param actors who would be nudged
 */
public record OverdueGroup(
        String key,
        String name,
        String more,
        int children,
        int things,
        LocalDate oldest,
        long days,
        List<OwedBy> actors) {

    static final Comparator<OverdueGroup> LONGEST_FIRST = Comparator.comparing(OverdueGroup::oldest)
            .thenComparing(Comparator.comparing(OverdueGroup::children).reversed())
            .thenComparing(OverdueGroup::key);

    static OverdueGroup of(String key, String name, String more, Collection<OverdueLine> lines) {
        OverdueLine first = lines.stream().min(OverdueLine.LONGEST_FIRST).orElseThrow();
        return new OverdueGroup(
                key, name, more, childrenOf(lines).size(), lines.size(), first.since(), first.days(), actorsOf(lines));
    }

    static Set<ChildId> childrenOf(Collection<OverdueLine> lines) {
        return lines.stream()
                .map(line -> line.owed().child())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    static List<OwedBy> actorsOf(Collection<OverdueLine> lines) {
        return lines.stream()
                .sorted(OverdueLine.LONGEST_FIRST)
                .map(line -> line.owed().by())
                .distinct()
                .toList();
    }
}

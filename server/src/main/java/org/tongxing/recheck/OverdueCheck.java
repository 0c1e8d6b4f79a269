package org.tongxing.recheck;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.tongxing.helper.Helpers;
import org.tongxing.kernel.Clause;
import org.tongxing.obligation.OverdueLine;

/**
 * Children whose family has not been to see them: one item a child, of what waits longest.
 *
 * @param lines what the families of the village have left undone, the longest first
 */
record OverdueCheck(String village, List<OverdueLine> lines) {

    @Clause("JB-41")
    @Clause("JB-51")
    List<Item> items() {
        Set<Long> seen = new HashSet<>();
        return this.lines.stream()
                .filter(line -> line.child() != null
                        && line.family() != null
                        && line.owed().family() != null
                        && seen.add(line.child().id().value()))
                .map(this::item)
                .toList();
    }

    private Item item(OverdueLine line) {
        Helpers.Named family = Objects.requireNonNull(line.family());
        LocalDate last = line.owed().lastDoneOn();
        String before =
                last == null ? "，还没去过" : "，上次去是 %d 月 %d 日".formatted(last.getMonthValue(), last.getDayOfMonth());
        return new Item(
                Kind.OVERDUE_VISIT,
                this.village,
                line.owed().rule().clause().toString(),
                family.familyName() + line.next().text() + before,
                Objects.requireNonNull(line.child()).id().value(),
                Objects.requireNonNull(line.owed().family()).value(),
                family.unit().value(),
                null,
                line.since());
    }
}

package org.tongxing.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever changed until a day is found in its nodes once, and nothing else is. */
class DayTreeTests {

    private static final LocalDate FIRST = LocalDate.EPOCH;

    @Property
    void countsADayOnceUntilItselfAndAnyLaterDayAndNeverBefore(
            @ForAll @IntRange(max = 65_535) int changed, @ForAll @IntRange(max = 65_535) int asked) {
        Set<Integer> met = new HashSet<>(DayTree.until(FIRST.plusDays(asked)));
        met.retainAll(DayTree.above(FIRST.plusDays(changed)));
        assertThat(met).hasSize(changed <= asked ? 1 : 0);
    }

    @Property
    void needsFewNodesForAnyDayOfAnyCalendar(@ForAll @IntRange(min = -999_999, max = 2_900_000) int day) {
        assertThat(DayTree.until(FIRST.plusDays(day))).hasSizeBetween(1, 16).doesNotHaveDuplicates();
        assertThat(DayTree.above(FIRST.plusDays(day))).hasSizeBetween(1, 17).doesNotHaveDuplicates();
    }
}

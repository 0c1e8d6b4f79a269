package org.tongxing.register;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongxing.coverage.State;

/**
 * 结对结果 of a township in figures; nobody's name.
 *
 * @param on the day they speak of
 * @param since deeds are counted from this day on, the day after the last due day
 */
public record Figures(
        LocalDate on,
        LocalDate since,
        Counts all,
        List<PlaceFigures> villages,
        List<CategoryFigures> categories,
        List<ReasonFigures> reasons,
        DeedFigures deeds) {

    /** A village. */
    public record PlaceFigures(String code, String name, Counts counts) {}

    /** A pairing category; a child may be in several. */
    public record CategoryFigures(String code, String name, String clause, Counts counts) {}

    /** Why children have nobody; the counts add up to the gap. */
    public record ReasonFigures(
            State.Reason code, String name, @Nullable String clause, int children) {}

    /**
     * What was done since the last due day.
     *
     * @param begun pairings that began
     * @param ended pairings that ended
     * @param visited how many children were visited
     */
    public record DeedFigures(int begun, int ended, int visits, int visited) {}
}

package org.tongxing.roster.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Sex;

/**
 * A child as a roster describes it.
 *
 * @param noIdReason why there is no ID number; absent when there is one
 * @param rural whether the hukou is a rural one; null when the roster does not say
 * @param workDivision where the parents work, as exactly as was understood
 * @param awaySince the day, or the first day of the month, from which a parent works away
 * @param relationText what the roster calls the relation
 */
public record ChildEntry(
        String name,
        Sex sex,
        LocalDate birthOn,
        @Nullable String idNumber,
        @Nullable String noIdReason,
        DivisionCode village,
        @Nullable Boolean rural,
        Set<DeclaredCategory> categories,
        List<Disability> disabilities,
        @Nullable ParentSituation father,
        @Nullable ParentSituation mother,
        @Nullable String workPlace,
        @Nullable DivisionCode workDivision,
        @Nullable LocalDate awaySince,
        @Nullable String guardian,
        @Nullable Relation relation,
        @Nullable String relationText,
        @Nullable String phone,
        @Nullable String address,
        @Nullable String school,
        @Nullable String grade,
        @Nullable String remark)
        implements Entry {

    public ChildEntry {
        categories = Set.copyOf(categories);
        disabilities = List.copyOf(disabilities);
    }

    /** Names of children never appear in logs. */
    @Override
    public String toString() {
        return "ChildEntry[" + this.village + "]";
    }
}

package org.tongxing.register;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongxing.child.Resident;
import org.tongxing.coverage.State;
import org.tongxing.kernel.Sex;
import org.tongxing.policy.CategoryInterval;

/**
 * One child of the register on a day, unmasked; the columns mask it.
 *
 * @param category the category that decides how the child is paired, under which it is listed
 * @param held every category that holds, with its clauses
 * @param household how many children of its household are in the register
 * @param helper who covers the child; null when nobody does
 * @param visits how often a paired family met the child from the first of January until the day
 */
record RegisterRow(
        Resident child,
        State state,
        String category,
        List<CategoryInterval> held,
        @Nullable String idNumber,
        @Nullable String noIdReason,
        @Nullable String school,
        @Nullable String grade,
        @Nullable Carer carer,
        int household,
        @Nullable Helper helper,
        int visits) {

    /** Who looks after the child at home. */
    record Carer(String name, String relation, @Nullable String phone) {}

    /** The cadre of a family, or the one who answers for the village [JB-23]. */
    record Helper(
            State.By by,
            String cadreName,
            Sex cadreSex,
            @Nullable String unitName,
            LocalDate since) {}
}

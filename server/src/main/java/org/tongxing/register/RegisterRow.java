package org.tongxing.register;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongxing.coverage.State;
import org.tongxing.kernel.Sex;

/**
 * One child of the register on a day, unmasked; the columns mask it.
 *
 * @param category the category that decides how the child is paired, under which it is listed
 * @param held every category that holds, with its clauses
 * @param household how many children of its household are in the register
 * @param helper who covers the child; null when nobody does
 */
record RegisterRow(
        RegisterMapper.ChildRow child,
        State state,
        String category,
        List<Held> held,
        @Nullable String idNumber,
        @Nullable Carer carer,
        int household,
        @Nullable Helper helper) {

    /** A category by these clauses. */
    record Held(String category, String clauses) {}

    /** Who looks after the child at home. */
    record Carer(String name, String relation, @Nullable String phone) {}

    /** The cadre of a family, or the one who answers for the village [JB-23]. */
    record Helper(String cadreName, Sex cadreSex, @Nullable String unitName, LocalDate since) {}
}

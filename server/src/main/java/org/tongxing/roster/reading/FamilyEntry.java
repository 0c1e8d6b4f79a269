package org.tongxing.roster.reading;

import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Sex;

/**
 * A cadre and the family as a roster describes them.
 *
 * @param capacity how many children the family can take; null when the roster does not say
 */
public record FamilyEntry(
        String name,
        Sex sex,
        String unit,
        @Nullable String post,
        @Nullable String phone,
        @Nullable DivisionCode linkedVillage,
        @Nullable String members,
        @Nullable Integer capacity,
        @Nullable String remark)
        implements Entry {

    @Override
    public String toString() {
        return "FamilyEntry[" + this.linkedVillage + "]";
    }
}

package org.tongxing.helper;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Sex;
import org.tongxing.kernel.UnitId;

/**
 * 爱心家庭报名: what a family writes down when it wants to help [JB-30].
 *
 * @param capacity how many children it can take; null for what the place usually asks
 * @param adults everybody who will visit, the cadre apart, who always does
 */
public record FamilyApplication(
        UnitId unit,
        String cadreName,
        Sex cadreSex,
        @Nullable String post,
        @Nullable String phone,
        @Nullable DivisionCode linkedVillage,
        @Nullable Integer capacity,
        List<Adult> adults) {

    /** An adult of the household who will visit. */
    public record Adult(String name, String relation) {}
}

package org.tongxing.helper;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.FamilyId;
import org.tongxing.kernel.Sex;
import org.tongxing.kernel.UnitId;

/**
 * 爱心干部家庭: the cadre and the household that care for a child together [JB-20].
 *
 * @param linkedVillage the village the family itself names
 * @param linkedVillages the villages its unit is linked to today [JB-25], its own among them
 * @param supportedVillages those of them the unit supports in 乡村振兴帮扶 [JB-26]
 */
public record CadreFamily(
        FamilyId id,
        UnitId unit,
        String unitName,
        String cadreName,
        Sex cadreSex,
        DivisionCode division,
        @Nullable DivisionCode linkedVillage,
        Set<DivisionCode> linkedVillages,
        Set<DivisionCode> supportedVillages,
        int capacity,
        FamilyState state,
        LocalDate joinedOn,
        @Nullable LocalDate leftOn,
        Screening screening) {

    /** How the family is called on screens: 蒋家. */
    public String familyName() {
        return this.cadreName.substring(0, this.cadreName.offsetByCodePoints(0, 1)) + "家";
    }

    /** Whether the family takes part on that day. */
    public boolean takesPartOn(LocalDate day) {
        return (this.state == FamilyState.CONFIRMED || this.state == FamilyState.LEFT)
                && !day.isBefore(this.joinedOn)
                && (this.leftOn == null || day.isBefore(this.leftOn));
    }
}

package org.tongxing.helper;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.FamilyId;
import org.tongxing.kernel.Sex;
import org.tongxing.kernel.UnitId;

/** 爱心干部家庭: the cadre and the household that care for a child together [JB-20]. */
public record CadreFamily(
        FamilyId id,
        UnitId unit,
        String unitName,
        String cadreName,
        Sex cadreSex,
        DivisionCode division,
        @Nullable DivisionCode linkedVillage,
        int capacity,
        LocalDate joinedOn,
        @Nullable LocalDate leftOn) {

    /** How the family is called on screens: 蒋家. */
    public String familyName() {
        return this.cadreName.substring(0, this.cadreName.offsetByCodePoints(0, 1)) + "家";
    }

    /** Whether the family takes part on that day. */
    public boolean takesPartOn(LocalDate day) {
        return !day.isBefore(this.joinedOn) && (this.leftOn == null || day.isBefore(this.leftOn));
    }
}

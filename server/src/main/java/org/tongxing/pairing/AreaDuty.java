package org.tongxing.pairing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Sex;

/** 部门包片: a unit answers for a village, with a named responsible cadre [JB-23]. {@code endsOn} is exclusive. */
public record AreaDuty(
        long id,
        long unitId,
        DivisionCode village,
        String cadreName,
        Sex cadreSex,
        LocalDate startsOn,
        @Nullable LocalDate endsOn) {

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(this.startsOn) && (this.endsOn == null || day.isBefore(this.endsOn));
    }

    static AreaDuty of(AreaDutyMapper.DutyRow row) {
        return new AreaDuty(
                row.id(),
                row.unitId(),
                new DivisionCode(row.villageCode()),
                row.cadreName(),
                Sex.valueOf(row.cadreSex()),
                row.startsOn(),
                row.endsOn());
    }
}

package org.tongxing.pairing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.Sex;

/** 部门包片: a unit answers for a village, with a named responsible cadre [JB-23]. {@code endsOn} is exclusive. */
public record AreaDuty(
        long unitId,
        String cadreName,
        Sex cadreSex,
        LocalDate startsOn,
        @Nullable LocalDate endsOn) {}

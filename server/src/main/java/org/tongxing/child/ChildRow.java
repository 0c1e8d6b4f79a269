package org.tongxing.child;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A child as it stands in the table; personal numbers are sealed. */
record ChildRow(
        long id,
        String name,
        String sex,
        LocalDate birthOn,
        @Nullable String idNumberSealed,
        @Nullable String noIdReason,
        String villageCode,
        long householdId,
        @Nullable String school,
        @Nullable String grade,
        LocalDate registeredOn,
        @Nullable LocalDate leftOn) {}

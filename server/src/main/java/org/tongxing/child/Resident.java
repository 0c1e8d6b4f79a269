package org.tongxing.child;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Sex;
import org.tongxing.policy.CategoryInterval;

/** A child of a village with what coverage and pairing need to know. */
public record Resident(
        ChildId id,
        String name,
        Sex sex,
        LocalDate birthOn,
        DivisionCode village,
        long householdId,
        LocalDate registeredOn,
        @Nullable LocalDate leftOn,
        List<CategoryInterval> categories) {

    /** Whether the child lives there on that day. */
    public boolean presentOn(LocalDate day) {
        return !day.isBefore(this.registeredOn) && (this.leftOn == null || day.isBefore(this.leftOn));
    }
}

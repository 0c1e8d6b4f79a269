package org.tongxing.recheck;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One thing found.
 *
 * @param clause the clause in force or the local setting it comes from; empty where no book in force has one
 * @param text names no child
 */
record Item(
        Kind kind,
        String areaCode,
        String clause,
        String text,
        @Nullable Long childId,
        @Nullable Long familyId,
        @Nullable Long unitId,
        @Nullable Long pairingId,
        LocalDate sinceOn) {

    /** What the item is about: a child, a family, or a place. */
    String subject() {
        if (this.childId == null && this.familyId == null) {
            return "A" + this.areaCode;
        }
        return this.childId == null ? "F" + this.familyId : "C" + this.childId;
    }
}

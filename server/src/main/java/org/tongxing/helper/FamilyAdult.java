package org.tongxing.helper;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An adult of a family who visits, with the date and result of the latest yearly check.
 *
 * @param screening null until the first check is recorded
 */
public record FamilyAdult(
        long id,
        String name,
        String relation,
        boolean visits,
        @Nullable LocalDate screenedOn,
        @Nullable Result screening) {

    /** What a check said; nothing of the record itself is kept. */
    public enum Result {
        CLEAR,
        BARRED
    }
}

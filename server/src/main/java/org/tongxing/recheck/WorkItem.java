package org.tongxing.recheck;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.DivisionCode;

/**
 * One thing to put right.
 *
 * @param ageDays for how many days it has stood
 * @param text names no child
 */
public record WorkItem(
        long id,
        Kind kind,
        DivisionCode area,
        String clause,
        String text,
        @Nullable Long childId,
        @Nullable Long familyId,
        @Nullable Long pairingId,
        LocalDate since,
        long ageDays,
        @Nullable LocalDate postponedUntil,
        @Nullable String postponedReason) {

    static WorkItem of(WorkItemMapper.Row row, LocalDate today) {
        return new WorkItem(
                row.id(),
                row.kind(),
                new DivisionCode(row.areaCode()),
                row.clause(),
                row.text(),
                row.childId(),
                row.familyId(),
                row.pairingId(),
                row.sinceOn(),
                Math.max(0, ChronoUnit.DAYS.between(row.sinceOn(), today)),
                row.postponedUntil(),
                row.postponedReason());
    }
}

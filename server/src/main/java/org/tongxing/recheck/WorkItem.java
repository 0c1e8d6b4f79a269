package org.tongxing.recheck;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Sex;

/**
 * One thing to put right.
 *
 * @param ageDays for how many days it has stood
 * @param text names no child
 * @param child whom it is about; the name is unmasked, whoever shows it masks it first
 */
public record WorkItem(
        long id,
        Kind kind,
        DivisionCode area,
        String clause,
        String text,
        @Nullable About child,
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
                About.of(row, today),
                row.familyId(),
                row.pairingId(),
                row.sinceOn(),
                Math.max(0, ChronoUnit.DAYS.between(row.sinceOn(), today)),
                row.postponedUntil(),
                row.postponedReason());
    }

    /** A child an item is about. */
    public record About(long id, String name, Sex sex, int age) {

        static @Nullable About of(WorkItemMapper.Row row, LocalDate today) {
            LocalDate birthOn = row.birthOn();
            return row.childId() == null || row.childName() == null || row.childSex() == null || birthOn == null
                    ? null
                    : new About(
                            row.childId(),
                            row.childName(),
                            Sex.valueOf(row.childSex()),
                            Period.between(birthOn, today).getYears());
        }
    }
}

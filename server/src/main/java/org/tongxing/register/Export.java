package org.tongxing.register;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A workbook somebody asked for.
 *
 * @param divisionName the place as it is called today
 * @param done how many children have been looked at
 * @param rows how many stand in the file
 * @param problem why there is none, in plain words
 * @param expiresAt when the file is deleted
 */
public record Export(
        long id,
        ExportKind kind,
        String divisionCode,
        String divisionName,
        LocalDate on,
        @Nullable Integer year,
        boolean named,
        @Nullable Purpose purpose,
        ExportState state,
        int done,
        int total,
        int rows,
        long bytes,
        @Nullable String problem,
        LocalDateTime askedAt,
        @Nullable LocalDateTime readyAt,
        @Nullable LocalDateTime expiresAt) {

    static Export of(ExportMapper.ExportRow row, String divisionName, LocalDateTime now) {
        return new Export(
                row.id(),
                row.kind(),
                row.divisionCode(),
                divisionName,
                row.onDay(),
                row.ofYear(),
                row.named(),
                row.purpose(),
                state(row, now),
                row.childrenDone(),
                row.childrenTotal(),
                row.rowsWritten(),
                row.bytes(),
                row.problem(),
                row.askedAt(),
                row.readyAt(),
                row.expiresAt());
    }

    /** A file past its time is gone for its reader even if the sweep has not come by yet. */
    static ExportState state(ExportMapper.ExportRow row, LocalDateTime now) {
        boolean over = row.expiresAt() != null && !now.isBefore(row.expiresAt());
        return row.state() == ExportState.READY && over ? ExportState.EXPIRED : row.state();
    }
}

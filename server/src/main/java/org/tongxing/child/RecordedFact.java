package org.tongxing.child;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A fact as it was recorded, and whether it still stands. */
public record RecordedFact(
        long id,
        String kind,
        String content,
        @Nullable String placeCode,
        @Nullable LocalDate since,
        @Nullable LocalDate until,
        @Nullable Long recordedBy,
        LocalDateTime recordedAt,
        @Nullable Long correctedBy,
        @Nullable LocalDateTime correctedAt) {

    static RecordedFact of(ChildMapper.FactRow row) {
        return new RecordedFact(
                row.id(),
                row.kind(),
                row.content(),
                row.placeCode(),
                row.sinceOn(),
                row.untilOn(),
                row.recordedBy(),
                row.recordedAt(),
                row.supersededBy(),
                row.supersededAt());
    }
}

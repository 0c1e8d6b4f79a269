package org.tongxing.helper;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** 动态管理: one step of a family in, out or on [JB-31]. */
public record FamilyMove(
        Kind kind, LocalDate onDay, @Nullable String detail, LocalDateTime at) {

    /** What happened. */
    public enum Kind {
        APPLIED,
        CONFIRMED,
        REFUSED,
        LEFT,
        RETURNED,
        TRANSFERRED,
        CAPACITY,
        SCREENED
    }
}

package org.tongxing.child;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Sex;
import org.tongxing.policy.CategoryInterval;

/** 一人一档: one file per child, unmasked; whoever shows it masks it first. */
public record CaseFile(
        ChildId id,
        String name,
        Sex sex,
        LocalDate birthOn,
        @Nullable String idNumber,
        @Nullable String noIdReason,
        DivisionCode village,
        long householdId,
        @Nullable String school,
        @Nullable String grade,
        LocalDate registeredOn,
        @Nullable LocalDate leftOn,
        @Nullable String address,
        List<Adult> adults,
        List<Fact> facts,
        List<CategoryInterval> categories) {

    /** An adult around the child. */
    public record Adult(
            long id, String relation, String name, @Nullable String phone, boolean carer, String access) {}

    /** A fact with its days, who recorded it and when. */
    public record Fact(
            String kind,
            String content,
            @Nullable LocalDate since,
            @Nullable LocalDate until,
            @Nullable Long recordedBy,
            LocalDateTime recordedAt) {}
}

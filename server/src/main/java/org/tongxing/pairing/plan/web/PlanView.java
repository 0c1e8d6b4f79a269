package org.tongxing.pairing.plan.web;

import java.time.LocalDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.Caller;
import org.tongxing.pairing.plan.PlanSheet;
import org.tongxing.pairing.plan.PlanState;

/**
 * The head of a plan.
 *
 * @param progress per mille
 * @param gap by how much it may miss the best plan, as a share of the bound
 * @param submittedByMe the reader handed it in, hence cannot allow it
 */
record PlanView(
        long id,
        String division,
        PlanState state,
        String phase,
        int progress,
        @Nullable String reason,
        @Nullable Long cost,
        @Nullable Long lowerBound,
        @Nullable Double gap,
        boolean complete,
        int children,
        int placed,
        int left,
        int made,
        int notPossible,
        String askedBy,
        LocalDateTime askedAt,
        @Nullable String submittedBy,
        boolean submittedByMe,
        @Nullable String approvedBy,
        @Nullable String publishedBy,
        @Nullable LocalDateTime publishedAt) {

    static PlanView of(PlanSheet sheet, Caller reader) {
        return new PlanView(
                sheet.id(),
                sheet.divisionCode(),
                sheet.state(),
                sheet.phase(),
                sheet.progress(),
                sheet.reason(),
                sheet.cost(),
                sheet.lowerBound(),
                sheet.gap(),
                sheet.complete(),
                sheet.rows(),
                sheet.placed(),
                sheet.rows() - sheet.placed(),
                sheet.made(),
                sheet.notPossible(),
                sheet.askedByName(),
                sheet.askedAt(),
                sheet.submittedByName(),
                Objects.equals(sheet.submittedBy(), reader.accountId()),
                sheet.approvedByName(),
                sheet.publishedByName(),
                sheet.publishedAt());
    }
}

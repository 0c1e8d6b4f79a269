package org.tongxing.pairing.plan;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The head of a plan.
 *
 * @param progress per mille, of computing and later of publishing
 * @param cost what placements and children left out cost together; null while computing
 * @param lowerBound no plan for the same children and families costs less
 * @param rows how many children it is about
 */
public record PlanSheet(
        long id,
        String divisionCode,
        PlanState state,
        String phase,
        int progress,
        @Nullable String reason,
        @Nullable Long cost,
        @Nullable Long lowerBound,
        boolean complete,
        long askedBy,
        String askedByName,
        LocalDateTime askedAt,
        @Nullable Long submittedBy,
        @Nullable String submittedByName,
        @Nullable Long approvedBy,
        @Nullable String approvedByName,
        @Nullable Long publishedBy,
        @Nullable String publishedByName,
        @Nullable LocalDateTime publishedAt,
        int rows,
        int placed,
        int made,
        int notPossible) {

    /** By how much the plan may miss the best one, as a share of the bound; null while computing. */
    public @Nullable Double gap() {
        if (this.cost == null || this.lowerBound == null) {
            return null;
        }
        return this.cost.equals(this.lowerBound)
                ? 0.0
                : this.lowerBound <= 0 ? 1.0 : (double) (this.cost - this.lowerBound) / this.lowerBound;
    }
}

package org.tongxing.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every refusal and every accident, as {@code application/problem+json} (RFC 9457).
 *
 * @param title what happened and what now, in Chinese
 * @param fields what has to be changed, for {@link ProblemCode#INVALID_REQUEST}
 * @param setAsideId where it was kept, for {@link ProblemCode#VISIT_SET_ASIDE}
 * @param reference a number to tell a technician, for {@link ProblemCode#UNEXPECTED}
 */
public record Problem(
        String title,
        int status,
        ProblemCode code,
        @Nullable List<FieldProblem> fields,
        @Nullable Long setAsideId,
        @Nullable String reference) {

    /** One field that has to be changed, with the reason in Chinese. */
    public record FieldProblem(String field, String message) {}
}

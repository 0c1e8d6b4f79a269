package org.tongxing.child;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.DivisionCode;

/**
 * An adult around a child, unmasked; whoever shows it masks it first.
 *
 * @param reason why the access is what it is, as last decided
 */
public record AroundChild(
        long adultId,
        ChildId child,
        DivisionCode village,
        String relation,
        String name,
        @Nullable String phone,
        boolean carer,
        Access access,
        @Nullable String reason,
        @Nullable Long decidedBy,
        @Nullable LocalDateTime decidedAt) {

    /** Whether this is a father or mother. */
    public boolean parent() {
        return this.relation.equals("父亲") || this.relation.equals("母亲");
    }
}

package org.tongxing.audit;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What waits to be written; settled under the lock of the writer. */
final class Pending {

    private final Doer doer;
    private final Deed deed;
    private final LocalDateTime at;
    private final List<Long> children;
    private final @Nullable String subject;
    private final @Nullable String purpose;
    private boolean settled;
    private @Nullable RuntimeException failure;

    Pending(
            Doer doer,
            Deed deed,
            LocalDateTime at,
            List<Long> children,
            @Nullable String subject,
            @Nullable String purpose) {
        this.doer = doer;
        this.deed = deed;
        this.at = at;
        this.children = children;
        this.subject = subject;
        this.purpose = purpose;
    }

    List<Long> children() {
        return this.children;
    }

    AuditLog.AuditRow row(AuditLog.Head after) {
        return new AuditLog.AuditRow(
                after.chain(),
                after.position() + 1,
                this.at,
                this.doer.accountId(),
                this.doer.role(),
                this.doer.division(),
                this.deed.name(),
                this.subject,
                this.purpose,
                after.hash());
    }

    boolean settled() {
        return this.settled;
    }

    void settle() {
        this.settled = true;
        this.failure = null;
    }

    void settle(RuntimeException why) {
        this.settled = true;
        this.failure = why;
    }

    void orThrow() {
        if (this.failure != null) {
            throw this.failure;
        }
    }
}

package org.tongxing.audit;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What waits to be written. */
record Pending(
        Doer doer,
        Deed deed,
        LocalDateTime at,
        List<Long> children,
        @Nullable String subject,
        @Nullable String purpose) {

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
}

package org.tongxing.account.web;

import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.account.AccountAdministration;
import org.tongxing.audit.AuditChain;
import org.tongxing.audit.AuditLog;
import org.tongxing.audit.AuditTrail;
import org.tongxing.audit.Deed;
import org.tongxing.kernel.Caller;
import org.tongxing.persistence.Page;
import org.tongxing.persistence.Paging;

@RestController
@RequestMapping("/api/admin/audit")
@RolesAllowed("AUDITOR")
@RequiredArgsConstructor
class AuditController {

    private final AuditTrail trail;
    private final AuditChain chain;
    private final AuditLog audit;
    private final AccountAdministration accounts;

    @GetMapping
    Page<EntryView> search(
            Caller caller,
            @RequestParam(required = false) @Nullable Long account,
            @RequestParam(required = false) @Nullable Long child,
            @RequestParam(required = false) @Nullable Deed deed,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "20") int size) {
        AuditTrail.Question question =
                new AuditTrail.Question(account, child, deed, from, to == null ? null : to.plusDays(1));
        Page<AuditTrail.Found> found = this.trail.search(caller.scope(), question, new Paging(page, size));
        this.audit.record(caller, Deed.LISTED, "audit", child == null ? List.of() : List.of(child));
        Map<Long, String> names = this.accounts.names(found.rows().stream()
                .map(row -> row.entry().accountId())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return new Page<>(
                found.rows().stream().map(row -> EntryView.of(row, names)).toList(), found.total());
    }

    @GetMapping("/verification")
    VerificationView verify(Caller caller) {
        AuditChain.Verdict verdict = this.chain.verify();
        this.audit.record(caller, Deed.LISTED, "audit-chain");
        return new VerificationView(verdict.intact(), verdict.rows(), verdict.tails(), verdict.breaks());
    }

    /** Who did what, when, and to whose file; children are ids here. */
    record EntryView(
            long id,
            LocalDateTime at,
            @Nullable Long accountId,
            @Nullable String accountName,
            @Nullable String role,
            String deed,
            @Nullable String subject,
            @Nullable String purpose,
            List<Long> childIds) {

        static EntryView of(AuditTrail.Found found, Map<Long, String> names) {
            AuditTrail.Entry entry = found.entry();
            return new EntryView(
                    entry.id(),
                    entry.at(),
                    entry.accountId(),
                    entry.accountId() == null ? null : names.get(entry.accountId()),
                    entry.role(),
                    entry.action(),
                    entry.subject(),
                    entry.purpose(),
                    found.childIds());
        }
    }

    /** Whether the audit is whole: rows read, where each chain ends, and what does not fit. */
    record VerificationView(boolean intact, long rows, List<AuditChain.Tail> tails, List<AuditChain.Break> breaks) {}
}

package org.tongxing.coverage.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.account.AccountAdministration;
import org.tongxing.audit.AuditLog;
import org.tongxing.audit.AuditTrail;
import org.tongxing.audit.Deed;
import org.tongxing.contract.ProblemCode;
import org.tongxing.coverage.ChildList;
import org.tongxing.coverage.web.ChildViews.ReaderView;
import org.tongxing.coverage.web.ChildViews.ReadersView;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.ChildId;
import org.tongxing.persistence.Paging;
import org.tongxing.problem.Refusal;

/** Answers the guardian who asks who has looked at the child's file: for the town that keeps it, and for the auditor. */
@RestController
@RequestMapping("/api/admin")
@RequiredArgsConstructor
class ReadersController {

    private static final String SUBJECT = "readers";

    private final ChildList list;
    private final AuditTrail trail;
    private final AccountAdministration accounts;
    private final AuditLog audit;

    @GetMapping("/children/{id}/readers")
    @RolesAllowed({"TOWNSHIP_ADMIN", "COUNTY_ADMIN", "CITY_ADMIN", "PROVINCE_ADMIN", "CHILD_SUPERVISOR"})
    ReadersView ofFile(
            Caller caller,
            @PathVariable long id,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "20") int size) {
        return readers(caller, id, new Paging(page, size));
    }

    /** An auditor knows a child by the number of its file, or by the ID number the guardian brings; never by name. */
    @PostMapping("/audit/readers")
    @RolesAllowed("AUDITOR")
    ReadersView ofChild(Caller caller, @Valid @RequestBody ReadersQuestion question) {
        Long child = question.child() != null
                ? question.child()
                : question.idNumber() == null
                        ? null
                        : this.list
                                .withIdNumber(caller.scope(), question.idNumber())
                                .map(ChildId::value)
                                .orElse(null);
        if (child == null) {
            throw new Refusal(ProblemCode.NOT_FOUND);
        }
        return readers(caller, child, new Paging(question.page() == null ? 1 : question.page(), 50));
    }

    private ReadersView readers(Caller caller, long child, Paging paging) {
        if (!this.list.isInScope(caller.scope(), new ChildId(child))) {
            throw Refusal.notFound("child", child);
        }
        AuditTrail.Readers readers = this.trail.ofChild(child, paging);
        this.audit.record(caller, Deed.LISTED, SUBJECT, List.of(child));
        Map<Long, String> names = this.accounts.names(readers.entries().stream()
                .map(AuditTrail.Entry::accountId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return new ReadersView(
                child,
                readers.entries().stream()
                        .map(entry -> new ReaderView(
                                entry.at(),
                                entry.accountId() == null ? null : names.get(entry.accountId()),
                                entry.role(),
                                entry.action(),
                                entry.subject(),
                                entry.purpose()))
                        .toList(),
                readers.total(),
                readers.lists());
    }

    /** Which child: by the number of its file, or by its whole ID number. */
    record ReadersQuestion(
            @Nullable Long child,
            @Nullable @Size(max = 18) String idNumber,
            @Nullable Integer page) {}
}

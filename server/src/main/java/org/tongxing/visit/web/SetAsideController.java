package org.tongxing.visit.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.audit.AuditLog;
import org.tongxing.audit.Deed;
import org.tongxing.child.Facet;
import org.tongxing.contract.ProblemCode;
import org.tongxing.contract.VisitContent.VisitRequest;
import org.tongxing.contract.VisitEndpoint.SetAsideCause;
import org.tongxing.contract.VisitEndpoint.SetAsideState;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Role;
import org.tongxing.problem.Refusal;
import org.tongxing.visit.SetAsideDecisions;
import org.tongxing.visit.SetAsides;
import org.tongxing.visit.web.DeskNames.AboutChild;

/** The inbox: visits that were sent and could not be recorded as they were. */
@RestController
@RequestMapping("/api/admin/set-aside-visits")
@RequiredArgsConstructor
class SetAsideController {

    private final SetAsides setAsides;
    private final SetAsideDecisions decisions;
    private final DeskNames names;
    private final AuditLog audit;

    @GetMapping
    List<SetAsideRow> list(
            Caller caller, @RequestParam String division, @RequestParam(defaultValue = "WAITING") SetAsideState state) {
        if (caller.role() == Role.UNIT_LIAISON) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
        List<SetAsides.SetAside> found = this.setAsides.in(caller.scope().within(new DivisionCode(division)), state);
        List<Long> about = found.stream()
                .flatMap(one -> one.children().stream())
                .distinct()
                .toList();
        Map<Long, AboutChild> known = this.names.of(caller.scope(), about);
        this.audit.record(caller, Deed.LISTED, about, null);
        return found.stream()
                .map(one -> new SetAsideRow(
                        one.id(),
                        one.cause(),
                        one.state(),
                        one.visitedOn(),
                        one.by(),
                        DeskNames.pick(known, one.children()),
                        one.content().note(),
                        columns(one.content()),
                        one.visit(),
                        one.decision(),
                        one.receivedAt()))
                .toList();
    }

    /** Records it as a visit of its own. */
    @PostMapping("/{id}/recording")
    @ResponseStatus(HttpStatus.CREATED)
    RecordedVisit record(Caller caller, @PathVariable long id) {
        long visit = this.decisions.record(caller, id);
        this.audit.record(caller, Deed.CONFIRMED, "set-aside:" + id);
        return new RecordedVisit(visit);
    }

    @PostMapping("/{id}/dismissal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dismiss(Caller caller, @PathVariable long id, @Valid @RequestBody DismissalEntry entry) {
        this.decisions.dismiss(caller, id, entry.reason());
        this.audit.record(caller, Deed.REFUSED, "set-aside:" + id);
    }

    /** Why it is not recorded; its author reads it. */
    record DismissalEntry(@NotBlank @Size(max = 300) String reason) {}

    /** The visit it became. */
    record RecordedVisit(long visitId) {}

    /** What was to stand in the ledger. */
    record ColumnRow(long childId, String label, String words) {}

    private static List<ColumnRow> columns(VisitRequest content) {
        return content.children() == null
                ? List.of()
                : content.children().stream()
                        .flatMap(finding -> finding.facets().stream()
                                .map(note -> new ColumnRow(
                                        finding.childId(),
                                        Facet.valueOf(note.facet()).label(),
                                        note.words())))
                        .toList();
    }

    /** Something in the inbox. */
    record SetAsideRow(
            long id,
            SetAsideCause cause,
            SetAsideState state,
            LocalDate visitedOn,
            String by,
            List<AboutChild> children,
            @Nullable String note,
            List<ColumnRow> columns,
            @Nullable Long visitId,
            @Nullable String decision,
            LocalDateTime receivedAt) {}
}

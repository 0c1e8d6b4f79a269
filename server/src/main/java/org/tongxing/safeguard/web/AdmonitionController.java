package org.tongxing.safeguard.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.tongxing.child.Children;
import org.tongxing.child.KnownChild;
import org.tongxing.child.Masks;
import org.tongxing.contract.ProblemCode;
import org.tongxing.contract.VisitContent.NeglectBy;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Role;
import org.tongxing.problem.Refusal;
import org.tongxing.safeguard.Admonitions;

/** 劝诫: what the village has to speak about with guardians, and what it did [JB-50]. */
@RestController
@RequestMapping("/api/admin/admonitions")
@RequiredArgsConstructor
class AdmonitionController {

    private final Admonitions admonitions;
    private final Children children;
    private final AuditLog audit;

    @GetMapping
    List<AdmonitionRow> list(
            Caller caller, @RequestParam String division, @RequestParam(defaultValue = "true") boolean open) {
        worker(caller);
        List<Admonitions.Admonition> found =
                this.admonitions.list(caller.scope().within(new DivisionCode(division)), open);
        List<Long> about = found.stream()
                .flatMap(one -> one.children().stream())
                .distinct()
                .toList();
        Map<Long, KnownChild> known = this.children.known(caller.scope(), about);
        this.audit.record(caller, Deed.LISTED, about, null);
        return found.stream()
                .map(one -> new AdmonitionRow(
                        one.id(),
                        one.visit(),
                        one.by(),
                        one.children().stream()
                                .map(known::get)
                                .filter(Objects::nonNull)
                                .map(child -> new AdmonishedChild(child.id().value(), Masks.name(child.name())))
                                .toList(),
                        one.openedAt(),
                        one.doneOn(),
                        one.doneBy(),
                        one.words()))
                .toList();
    }

    @PostMapping("/{id}/outcome")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void done(Caller caller, @PathVariable long id, @Valid @RequestBody AdmonitionOutcome outcome) {
        worker(caller);
        this.admonitions.done(caller, id, outcome.on(), outcome.words());
        this.audit.record(caller, Deed.CHANGED, "admonition:" + id);
    }

    private static void worker(Caller caller) {
        if (caller.role() == Role.UNIT_LIAISON) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
    }

    /** When somebody spoke with the guardian, and what came of it. */
    record AdmonitionOutcome(
            @NotNull @PastOrPresent LocalDate on,
            @NotBlank @Size(max = 500) String words) {}

    /** A child whose guardian is spoken with, masked. */
    record AdmonishedChild(long id, String name) {}

    /** An admonition, done or to be done. */
    record AdmonitionRow(
            long id,
            long visitId,
            NeglectBy by,
            List<AdmonishedChild> children,
            LocalDateTime openedAt,
            @Nullable LocalDate doneOn,
            @Nullable String doneBy,
            @Nullable String words) {}
}

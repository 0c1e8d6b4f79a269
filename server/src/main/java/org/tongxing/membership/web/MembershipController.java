package org.tongxing.membership.web;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.audit.AuditLog;
import org.tongxing.audit.Deed;
import org.tongxing.child.Children;
import org.tongxing.child.Masks;
import org.tongxing.contract.PhoneSessionEndpoint.TieKind;
import org.tongxing.contract.PhoneSessionEndpoint.TieState;
import org.tongxing.kernel.Caller;
import org.tongxing.membership.Memberships;

@RestController
@RequestMapping("/api/admin/memberships")
@RequiredArgsConstructor
class MembershipController {

    private final Memberships memberships;
    private final Children children;
    private final AuditLog audit;

    @GetMapping
    List<RequestView> requests(Caller caller, @RequestParam(defaultValue = "REQUESTED") TieState state) {
        List<Memberships.Request> requests = this.memberships.requests(caller.scope(), state);
        this.audit.record(
                caller,
                Deed.LISTED,
                requests.stream()
                        .map(Memberships.Request::child)
                        .filter(Objects::nonNull)
                        .map(child -> child.value())
                        .toList(),
                null);
        return requests.stream()
                .map(request -> new RequestView(
                        request.id(),
                        request.kind(),
                        request.personName() == null ? null : Masks.name(request.personName()),
                        Masks.phone(request.phone()),
                        request.child() == null
                                ? null
                                : Masks.name(this.children
                                        .get(caller.scope(), request.child())
                                        .name()),
                        request.requestedAt()))
                .toList();
    }

    @PostMapping("/{id}/confirmation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirm(Caller caller, @PathVariable long id) {
        this.memberships.decide(caller, id, true);
        this.audit.record(caller, Deed.CONFIRMED, "membership:" + id);
    }

    @PostMapping("/{id}/refusal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void refuse(Caller caller, @PathVariable long id) {
        this.memberships.decide(caller, id, false);
        this.audit.record(caller, Deed.REFUSED, "membership:" + id);
    }

    /** A request, masked. */
    record RequestView(
            long id,
            TieKind kind,
            @Nullable String personName,
            @Nullable String phone,
            @Nullable String childName,
            LocalDateTime requestedAt) {}
}

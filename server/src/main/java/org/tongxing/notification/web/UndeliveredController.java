package org.tongxing.notification.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.util.List;
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
import org.tongxing.child.Masks;
import org.tongxing.contract.PhoneSessionEndpoint.TieKind;
import org.tongxing.kernel.Caller;
import org.tongxing.notification.Occasion;
import org.tongxing.notification.Undelivered;
import org.tongxing.notification.Undelivered.Failure;
import org.tongxing.notification.Undelivered.Settlement;
import org.tongxing.notification.Undelivered.Unreached;
import org.tongxing.persistence.Page;
import org.tongxing.persistence.Paging;

/** People whom messages did not reach: whom to phone instead. */
@RestController
@RequestMapping("/api/admin/undelivered")
@RequiredArgsConstructor
class UndeliveredController {

    private final Undelivered undelivered;
    private final AuditLog audit;

    @GetMapping
    Page<UnreachedView> list(
            Caller caller, @RequestParam(defaultValue = "1") int page, @RequestParam(defaultValue = "30") int size) {
        Page<Unreached> found = this.undelivered.list(caller.scope(), new Paging(page, size));
        this.audit.record(
                caller,
                Deed.LISTED,
                found.rows().stream()
                        .map(Unreached::childId)
                        .filter(Objects::nonNull)
                        .toList(),
                null);
        return new Page<>(found.rows().stream().map(UnreachedView::of).toList(), found.total());
    }

    /** The whole number, to call; kept with what for. */
    @PostMapping("/{account}/number")
    NumberView number(Caller caller, @PathVariable long account, @Valid @RequestBody NumberRequest request) {
        Unreached person = this.undelivered.get(caller.scope(), account);
        this.audit.record(
                caller,
                Deed.UNMASKED,
                person.childId() == null ? List.of() : List.of(person.childId()),
                "phone:" + account + " " + request.purpose());
        return new NumberView(person.personName(), person.phone());
    }

    @PostMapping("/{account}/settlement")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void settle(Caller caller, @PathVariable long account, @Valid @RequestBody SettlementRequest request) {
        this.undelivered.settle(caller, account, request.how());
        this.audit.record(caller, Deed.CHANGED, "unreached:" + account + " " + request.how());
    }

    /** Somebody who was not reached, masked; {@code messages} did not arrive since {@code since}. */
    record UnreachedView(
            long account,
            @Nullable TieKind kind,
            @Nullable String personName,
            @Nullable String placeName,
            @Nullable String phone,
            Occasion occasion,
            Failure failure,
            int messages,
            LocalDateTime since) {

        static UnreachedView of(Unreached person) {
            return new UnreachedView(
                    person.account(),
                    person.kind(),
                    person.personName() == null ? null : Masks.name(person.personName()),
                    person.placeName(),
                    Masks.phone(person.phone()),
                    person.occasion(),
                    person.failure(),
                    person.messages(),
                    person.since());
        }
    }

    /** What the number is wanted for. */
    record NumberRequest(@NotBlank @Size(max = 100) String purpose) {}

    /** The person and the number, unmasked once. */
    record NumberView(@Nullable String personName, @Nullable String phone) {}

    /** What was done about it. */
    record SettlementRequest(@NotNull Settlement how) {}
}

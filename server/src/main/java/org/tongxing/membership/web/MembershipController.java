package org.tongxing.membership.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
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
import org.tongxing.account.AccountAdministration;
import org.tongxing.audit.AuditLog;
import org.tongxing.audit.Deed;
import org.tongxing.contract.PhoneSessionEndpoint.TieKind;
import org.tongxing.contract.PhoneSessionEndpoint.TieState;
import org.tongxing.kernel.Caller;
import org.tongxing.membership.MembershipDesk;
import org.tongxing.membership.Tie;
import org.tongxing.membership.web.MembershipViews.MembershipView;
import org.tongxing.membership.web.MembershipViews.MembershipsView;
import org.tongxing.membership.web.MembershipViews.NumbersRequest;
import org.tongxing.membership.web.MembershipViews.NumbersView;
import org.tongxing.persistence.Page;
import org.tongxing.persistence.Paging;

@RestController
@RequestMapping("/api/admin/memberships")
@RequiredArgsConstructor
class MembershipController {

    private final MembershipDesk desk;
    private final AccountAdministration accounts;
    private final AuditLog audit;

    @GetMapping
    MembershipsView list(
            Caller caller,
            @RequestParam(required = false) @Nullable TieState state,
            @RequestParam(required = false) @Nullable TieKind kind,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "30") int size) {
        Page<Tie> found = this.desk.list(
                caller.scope(), state, kind, q == null || q.isBlank() ? null : q.strip(), new Paging(page, size));
        this.audit.record(caller, Deed.LISTED, children(found.rows()), null);
        Map<Long, String> names = names(found.rows());
        return new MembershipsView(
                found.rows().stream().map(tie -> MembershipView.of(tie, names)).toList(),
                found.total(),
                this.desk.counts(caller.scope()));
    }

    @PostMapping("/{id}/confirmation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirm(Caller caller, @PathVariable long id) {
        Tie tie = this.desk.confirm(caller, id);
        this.audit.record(caller, Deed.CONFIRMED, "membership:" + id, children(List.of(tie)));
    }

    @PostMapping("/{id}/refusal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void refuse(
            Caller caller, @PathVariable long id, @Valid @RequestBody(required = false) @Nullable RefusalRequest why) {
        Tie tie = this.desk.refuse(caller, id, why == null ? null : why.reason());
        this.audit.record(caller, Deed.REFUSED, "membership:" + id, children(List.of(tie)));
    }

    @PostMapping("/{id}/revocation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(Caller caller, @PathVariable long id, @Valid @RequestBody RevocationRequest why) {
        Tie tie = this.desk.revoke(caller, id, why.reason());
        this.audit.record(caller, Deed.ENDED, "membership:" + id, children(List.of(tie)));
    }

    @PostMapping("/{id}/sign-out")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(Caller caller, @PathVariable long id) {
        Tie tie = this.desk.signOut(caller, id);
        this.audit.record(caller, Deed.SIGNED_OUT, "membership:" + id, children(List.of(tie)));
    }

    /** The whole numbers, to call and ask; kept with what for. */
    @PostMapping("/{id}/numbers")
    NumbersView numbers(Caller caller, @PathVariable long id, @Valid @RequestBody NumbersRequest request) {
        Tie tie = this.desk.get(caller.scope(), id);
        this.audit.record(caller, Deed.UNMASKED, children(List.of(tie)), "membership:" + id + " " + request.purpose());
        return new NumbersView(tie.personName(), tie.phoneOnFile(), tie.phoneVerified());
    }

    private static List<Long> children(Collection<Tie> ties) {
        return ties.stream()
                .map(Tie::childId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private Map<Long, String> names(Collection<Tie> ties) {
        Set<Long> people = new HashSet<>();
        ties.stream().flatMap(tie -> Stream.of(tie.decidedBy(), tie.endedBy())).forEach(people::add);
        people.remove(null);
        return this.accounts.names(people);
    }

    /** Why it is not the person on file; may be left out. */
    record RefusalRequest(@Nullable @Size(max = 200) String reason) {}

    /** Why a tie ends. */
    record RevocationRequest(@NotBlank @Size(max = 200) String reason) {}
}

package org.tongxing.membership.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.account.AccountAdministration;
import org.tongxing.audit.AuditLog;
import org.tongxing.audit.Deed;
import org.tongxing.child.Access;
import org.tongxing.child.AdultAccess;
import org.tongxing.child.AroundChild;
import org.tongxing.child.Masks;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.ChildId;
import org.tongxing.membership.MembershipDesk;
import org.tongxing.problem.Refusal;

/** The adults around a child: who has a phone, who is kept away. */
@RestController
@RequestMapping("/api/admin/children/{child}/adults")
@RequiredArgsConstructor
class AdultController {

    private static final MembershipDesk.Phones NONE = new MembershipDesk.Phones(0, 0);

    private final AdultAccess access;
    private final MembershipDesk desk;
    private final AccountAdministration accounts;
    private final AuditLog audit;

    @GetMapping
    List<AroundView> around(Caller caller, @PathVariable long child) {
        List<AroundChild> around = this.access.around(caller.scope(), new ChildId(child));
        this.audit.record(caller, Deed.READ, List.of(child), "adults");
        Map<Long, MembershipDesk.Phones> phones = this.desk.ofChild(caller.scope(), child);
        Set<Long> people = around.stream()
                .map(AroundChild::decidedBy)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<Long, String> names = this.accounts.names(people);
        return around.stream()
                .map(adult -> AroundView.of(adult, phones.getOrDefault(adult.adultId(), NONE), names))
                .toList();
    }

    /** Around how many other children of the caller's scope the same adult is on file. */
    @GetMapping("/{adult}/elsewhere")
    ElsewhereView elsewhere(Caller caller, @PathVariable long child, @PathVariable long adult) {
        if (this.access.around(caller.scope(), new ChildId(child)).stream().noneMatch(one -> one.adultId() == adult)) {
            throw Refusal.notFound("adult", adult);
        }
        List<Long> children = this.access.alike(caller.scope(), adult).stream()
                .map(one -> one.child().value())
                .distinct()
                .toList();
        this.audit.record(caller, Deed.LISTED, children, null);
        return new ElsewhereView(children.size());
    }

    @PutMapping("/{adult}/access")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @RolesAllowed({
        "TOWNSHIP_ADMIN",
        "COUNTY_ADMIN",
        "CITY_ADMIN",
        "PROVINCE_ADMIN",
        "CHILD_SUPERVISOR",
        "CHILD_DIRECTOR"
    })
    void decide(
            Caller caller,
            @PathVariable long child,
            @PathVariable long adult,
            @Valid @RequestBody AccessRequest wanted) {
        List<ChildId> children = this.access.decide(
                caller, new ChildId(child), adult, wanted.access(), wanted.reason(), wanted.everywhere());
        this.audit.record(
                caller,
                Deed.CHANGED,
                "access:" + adult + " " + wanted.access(),
                children.stream().map(ChildId::value).toList());
    }

    /**
     * What an adult may have to do with a child, and why.
     *
     * @param everywhere also for the other children this adult is on file with
     */
    record AccessRequest(
            @NotNull Access access,
            @NotBlank @Size(max = 200) String reason,
            boolean everywhere) {}

    /** Around how many other children the same adult is on file. */
    record ElsewhereView(int children) {}

    /** An adult around a child, masked. */
    record AroundView(
            long adultId,
            String relation,
            String name,
            @Nullable String phone,
            boolean carer,
            Access access,
            @Nullable String reason,
            @Nullable String decidedBy,
            @Nullable LocalDateTime decidedAt,
            int phones,
            int requests) {

        static AroundView of(AroundChild adult, MembershipDesk.Phones phones, Map<Long, String> names) {
            return new AroundView(
                    adult.adultId(),
                    adult.relation(),
                    Masks.name(adult.name()),
                    Masks.phone(adult.phone()),
                    adult.carer(),
                    adult.access(),
                    adult.reason(),
                    adult.decidedBy() == null ? null : names.get(adult.decidedBy()),
                    adult.decidedAt(),
                    phones.confirmed(),
                    phones.requested());
        }
    }
}

package org.tongxing.child.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.HashSet;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongxing.account.AccountAdministration;
import org.tongxing.audit.AuditLog;
import org.tongxing.audit.Deed;
import org.tongxing.child.Masks;
import org.tongxing.child.RiskStanding;
import org.tongxing.child.RiskTiers;
import org.tongxing.child.web.RiskViews.GradedChildView;
import org.tongxing.child.web.RiskViews.GradedView;
import org.tongxing.child.web.RiskViews.RiskView;
import org.tongxing.child.web.RiskViews.TierCount;
import org.tongxing.contract.ProblemCode;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import org.tongxing.persistence.Page;
import org.tongxing.persistence.Paging;
import org.tongxing.policy.RiskTier;
import org.tongxing.problem.Refusal;
import org.tongxing.region.Divisions;

/** The risk tier of a child, and the children of a place by tier. */
@RestController
@RequestMapping("/api/admin")
@RequiredArgsConstructor
class RiskTierController {

    private final RiskTiers tiers;
    private final AccountAdministration accounts;
    private final Divisions divisions;
    private final AuditLog audit;
    private final Clock clock;

    @GetMapping("/children/{id}/risk")
    RiskView get(Caller caller, @PathVariable long id) {
        open(caller);
        RiskStanding standing = this.tiers.standing(caller.scope(), new ChildId(id));
        this.audit.record(caller, Deed.READ, List.of(id), null);
        return view(caller, standing);
    }

    @PostMapping("/children/{id}/risk/decisions")
    RiskView decide(Caller caller, @PathVariable long id, @Valid @RequestBody TierRequest request) {
        ChildId child = new ChildId(id);
        this.tiers.decide(caller, child, request.tier(), request.reason(), request.byTeam());
        this.audit.record(caller, Deed.CHANGED, List.of(id), null);
        return view(caller, this.tiers.standing(caller.scope(), child));
    }

    @PostMapping("/children/{id}/risk/entry")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void enter(Caller caller, @PathVariable long id) {
        this.tiers.enter(caller, new ChildId(id));
        this.audit.record(caller, Deed.CHANGED, List.of(id), null);
    }

    @GetMapping("/risk-tiers")
    GradedView graded(
            Caller caller,
            @RequestParam DivisionCode division,
            @RequestParam(required = false) @Nullable RiskTier tier,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "20") int size) {
        open(caller);
        Scope scope = caller.scope().within(division);
        LocalDate today = LocalDate.now(this.clock);
        Page<RiskTiers.Graded> found = this.tiers.graded(scope, tier, today, new Paging(page, size));
        this.audit.record(
                caller,
                Deed.LISTED,
                found.rows().stream().map(row -> row.id().value()).toList(),
                null);
        Map<RiskTier, Integer> counts = this.tiers.counts(scope, today);
        Map<String, String> villages = this.divisions.names(
                found.rows().stream().map(row -> row.village().value()).collect(Collectors.toSet()));
        return new GradedView(
                Arrays.stream(RiskTier.values())
                        .map(one -> new TierCount(one, counts.getOrDefault(one, 0)))
                        .toList(),
                found.rows().stream()
                        .map(row -> new GradedChildView(
                                row.id().value(),
                                Masks.name(row.name()),
                                Period.between(row.birthOn(), today).getYears(),
                                villages.getOrDefault(row.village().value(), ""),
                                row.tier(),
                                row.basis(),
                                row.why(),
                                row.since()))
                        .toList(),
                found.total());
    }

    private static void open(Caller caller) {
        if (!caller.role().seesRisk()) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
    }

    private RiskView view(Caller caller, RiskStanding standing) {
        Set<Long> people = new HashSet<>();
        standing.decisions().stream()
                .map(RiskStanding.Decision::by)
                .filter(Objects::nonNull)
                .forEach(people::add);
        if (standing.entry() != null) {
            people.add(standing.entry().by());
        }
        return RiskView.of(standing, this.accounts.names(people), caller.role().arranges());
    }

    /** The tier a child is to be in; a reason when it is lower than before. */
    record TierRequest(
            @NotNull RiskTier tier,
            @Nullable @Size(max = 300) String reason,
            boolean byTeam) {}
}

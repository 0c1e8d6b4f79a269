package org.tongxing.companion;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.child.CaseFile;
import org.tongxing.child.Children;
import org.tongxing.companion.Companionship.EndReason;
import org.tongxing.companion.Companionship.Status;
import org.tongxing.contract.CompanionEndpoint.CompanionKind;
import org.tongxing.contract.ProblemCode;
import org.tongxing.contract.VolunteerEndpoint.VolunteerKind;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.Scope;
import org.tongxing.policy.Finding;
import org.tongxing.problem.Refusal;
import org.tongxing.volunteer.VolunteerDesk;

/** Pairs volunteers with children: proposed by one person, confirmed by another, before the volunteer sees anything. */
@Service
@Transactional
@RequiredArgsConstructor
@Clause("GD-60")
@Clause("JS-21")
public class Companions {

    private final CompanionMapper mapper;
    private final CompanionRules rules;
    private final Children children;
    private final VolunteerDesk volunteers;
    private final Clock clock;

    /** The episodes of a child, the newest first. */
    @Transactional(readOnly = true)
    public List<Companionship> ofChild(Scope scope, ChildId child) {
        return this.mapper.ofChild(scope, child.value()).stream()
                .map(Companionship::of)
                .toList();
    }

    /** The episodes of a volunteer with children of the scope, the newest first. */
    @Transactional(readOnly = true)
    public List<Companionship> ofVolunteer(Scope scope, long volunteer) {
        this.volunteers.get(scope, volunteer);
        return this.mapper.ofVolunteer(scope, volunteer).stream()
                .map(Companionship::of)
                .toList();
    }

    /** What waits for another person, the oldest first. */
    @Transactional(readOnly = true)
    public List<Companionship> waiting(Scope scope) {
        return this.mapper.waiting(scope).stream().map(Companionship::of).toList();
    }

    /** Who helps where the child lives, those with nothing against them first. */
    @Transactional(readOnly = true)
    public List<CompanionOffer> offers(Scope scope, ChildId child, CompanionKind kind) {
        CaseFile file = this.children.get(scope, child);
        return this.mapper.helpers(scope, child.value(), null, today()).stream()
                .map(helper -> new CompanionOffer(
                        helper.id(),
                        helper.name(),
                        VolunteerKind.valueOf(helper.kind()),
                        helper.organisation(),
                        this.rules.findings(file, helper, kind, today())))
                .sorted(Comparator.comparing(CompanionOffer::isBlocked))
                .toList();
    }

    /** Proposes a volunteer; refused with every broken rule by name. */
    public Companionship propose(
            Caller caller, ChildId child, long volunteer, CompanionKind kind, LocalDate startsOn, String plan) {
        requireArranging(caller);
        CaseFile file = this.children.get(caller.scope(), child);
        this.volunteers.get(caller.scope(), volunteer);
        if (startsOn.isBefore(today()) || startsOn.isAfter(today().plusMonths(6))) {
            throw new Refusal(ProblemCode.FACT_DAYS_IMPOSSIBLE);
        }
        require(caller.scope(), file, volunteer, kind);
        try {
            this.mapper.propose(child.value(), volunteer, kind.name(), plan, startsOn, caller.accountId(), now());
        } catch (DuplicateKeyException another) {
            throw new Refusal(ProblemCode.ALREADY_THERE);
        }
        return ofChild(caller.scope(), child).get(0);
    }

    /** Lets a proposed pairing begin, today at the earliest; everything is checked again. */
    public Companionship confirm(Caller caller, long id) {
        requireArranging(caller);
        Companionship asked = get(caller.scope(), id);
        if (asked.status() != Status.PROPOSED) {
            throw new Refusal(ProblemCode.ALREADY_DECIDED);
        }
        if (asked.proposedBy() == caller.accountId()) {
            throw new Refusal(ProblemCode.NEEDS_ANOTHER_PERSON);
        }
        this.mapper.lockChild(asked.child().value());
        this.mapper.lockVolunteer(asked.volunteer());
        require(caller.scope(), this.children.get(caller.scope(), asked.child()), asked.volunteer(), asked.kind());
        try {
            if (this.mapper.confirm(id, caller.accountId(), today(), now()) != 1) {
                throw new Refusal(ProblemCode.ALREADY_DECIDED);
            }
        } catch (DuplicateKeyException another) {
            throw new Refusal(ProblemCode.ALREADY_THERE);
        }
        return get(caller.scope(), id);
    }

    public void refuse(Caller caller, long id, String reason) {
        requireArranging(caller);
        get(caller.scope(), id);
        if (this.mapper.refuse(id, caller.accountId(), reason, now()) != 1) {
            throw new Refusal(ProblemCode.ALREADY_DECIDED);
        }
    }

    /** Ends an episode today; the volunteer sees the child no more. */
    public void end(Caller caller, long id, EndReason reason) {
        requireArranging(caller);
        get(caller.scope(), id);
        if (this.mapper.end(id, reason.name(), caller.accountId(), today(), now()) != 1) {
            throw new Refusal(ProblemCode.PAIRING_ENDED);
        }
    }

    private void require(Scope scope, CaseFile child, long volunteer, CompanionKind kind) {
        CompanionMapper.Helper helper = this.mapper.helpers(scope, child.id().value(), volunteer, today()).stream()
                .findFirst()
                .orElseThrow(() -> new Refusal(ProblemCode.VOLUNTEER_NOT_READY));
        List<Finding> broken = this.rules.findings(child, helper, kind, today()).stream()
                .filter(Finding::broken)
                .toList();
        if (broken.stream().anyMatch(finding -> finding.rule().equals("noDuplicate"))) {
            throw new Refusal(ProblemCode.ALREADY_THERE);
        }
        if (!broken.isEmpty()) {
            throw new Refusal(
                    ProblemCode.PAIRING_BREAKS_A_RULE,
                    Map.of("clauses", broken.stream().map(Finding::clause).toList()));
        }
    }

    private Companionship get(Scope scope, long id) {
        return Optional.ofNullable(this.mapper.find(scope, id))
                .map(Companionship::of)
                .orElseThrow(() -> Refusal.notFound("companionship", id));
    }

    private static void requireArranging(Caller caller) {
        if (!caller.role().arranges()) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
    }

    private LocalDate today() {
        return LocalDate.now(this.clock);
    }

    private LocalDateTime now() {
        return LocalDateTime.now(this.clock);
    }

    /** A volunteer for a child, the name unmasked, with what the rules say. */
    public record CompanionOffer(
            long volunteer,
            String name,
            VolunteerKind kind,
            @Nullable String organisation,
            List<Finding> findings) {

        public boolean isBlocked() {
            return this.findings.stream().anyMatch(Finding::broken);
        }
    }
}

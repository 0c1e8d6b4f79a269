package org.tongxing.pairing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.child.Resident;
import org.tongxing.child.Residents;
import org.tongxing.helper.CadreFamily;
import org.tongxing.helper.Helpers;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.FamilyId;
import org.tongxing.kernel.PairingId;
import org.tongxing.kernel.Scope;
import org.tongxing.policy.ChildSide;
import org.tongxing.policy.Finding;
import org.tongxing.policy.PairingRules;

/** Makes many pairings of one village, each checked again as it is made; one that is no longer possible stops no other. */
@Service
@RequiredArgsConstructor
public class PlannedPairings {

    private final PairingMapper mapper;
    private final Residents residents;
    private final Helpers helpers;
    private final Constraints constraints;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** Joins the caller's transaction, so that what was made and the record of it are written together. */
    @Transactional(propagation = Propagation.MANDATORY)
    @Clause("JB-34")
    @Clause("JB-58")
    public List<Outcome> make(DivisionCode village, List<Planned> planned, long by, String byName) {
        LocalDate today = LocalDate.now(this.clock);
        Map<ChildId, Resident> residents = this.residents.in(Scope.of(village)).stream()
                .collect(Collectors.toMap(Resident::id, Function.identity()));
        PairingRules rules = this.constraints.rules(village, today);
        List<Outcome> outcomes = new ArrayList<>();
        for (Planned one : planned) {
            outcomes.add(make(one, residents, rules, today, by, byName));
        }
        List<Long> made = outcomes.stream()
                .filter(outcome -> outcome.pairing() != null)
                .map(outcome -> outcome.child().value())
                .toList();
        if (!made.isEmpty()) {
            this.events.publishEvent(new PairingsMade(village.value(), made));
        }
        return outcomes;
    }

    private Outcome make(
            Planned planned,
            Map<ChildId, Resident> residents,
            PairingRules rules,
            LocalDate today,
            long by,
            String byName) {
        Resident child = residents.get(planned.child());
        if (child == null || !child.presentOn(today)) {
            return Outcome.not(planned.child(), "CHILD_LEFT");
        }
        this.mapper.lockChild(planned.child().value());
        if (this.mapper.countOverlaps(planned.child().value(), today) > 0) {
            return Outcome.not(planned.child(), "JB-58");
        }
        Set<String> categories = Constraints.held(child.categories(), today);
        if (this.constraints.tier(child.village(), categories, today).isEmpty()) {
            return Outcome.not(planned.child(), "NO_LONGER_OWED");
        }
        this.mapper.lockFamily(planned.family().value());
        Optional<CadreFamily> family = this.helpers.find(Scope.everywhere(), planned.family());
        if (family.isEmpty()) {
            return Outcome.not(planned.child(), "FAMILY_GONE");
        }
        List<ChildSide.FamilyName> siblings = residents.values().stream()
                .filter(other -> other.householdId() == child.householdId()
                        && !other.id().equals(child.id()))
                .flatMap(other -> this.constraints.activeFamily(Scope.of(other.village()), other.id()).stream())
                .distinct()
                .toList();
        ChildSide side = new ChildSide(child.birthOn(), child.sex(), child.village(), categories, null, siblings);
        int load = this.mapper.activeOf(planned.family().value()).size();
        Optional<Finding> broken = this.constraints.findings(rules, side, family.get(), load, today).stream()
                .filter(finding -> Constraints.blocks(finding) || Constraints.needsWaiver(finding))
                .findFirst();
        if (broken.isPresent()) {
            return Outcome.not(planned.child(), broken.get().clause());
        }
        Pairing pairing =
                Pairing.begin(planned.child(), planned.family(), today, by, byName, LocalDateTime.now(this.clock));
        this.mapper.insert(pairing);
        return new Outcome(planned.child(), new PairingId(Objects.requireNonNull(pairing.getId())), null);
    }

    /** A child and the family a plan gives it. */
    public record Planned(ChildId child, FamilyId family) {}

    /**
     * What came of it.
     *
     * @param pairing null when it was no longer possible
     * @param reason the clause that stands against it now, or what else changed
     */
    public record Outcome(
            ChildId child,
            @Nullable PairingId pairing,
            @Nullable String reason) {

        static Outcome not(ChildId child, String reason) {
            return new Outcome(child, null, reason);
        }
    }
}

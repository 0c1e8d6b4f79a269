package org.tongxing.pairing.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tongxing.child.Children;
import org.tongxing.child.Resident;
import org.tongxing.child.Residents;
import org.tongxing.helper.CadreFamily;
import org.tongxing.helper.Helpers;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.FamilyId;
import org.tongxing.kernel.Scope;
import org.tongxing.pairing.AreaDuties;
import org.tongxing.pairing.AreaDuty;
import org.tongxing.pairing.Constraints;
import org.tongxing.pairing.Episode;
import org.tongxing.pairing.Pairings;
import org.tongxing.pairing.planning.Problem;
import org.tongxing.policy.ChildSide;
import org.tongxing.policy.PairingRules;
import org.tongxing.policy.PairingTier;

/** Collects who has nobody and who could take them; existing pairings stay as they are and count as load. */
@Component
@RequiredArgsConstructor
class Gathering {

    private final Children children;
    private final Residents residents;
    private final Helpers helpers;
    private final Pairings pairings;
    private final AreaDuties duties;
    private final Constraints constraints;
    private final Clock clock;

    Gathered of(DivisionCode division) {
        LocalDate today = LocalDate.now(this.clock);
        List<Problem.Child> wanting = new ArrayList<>();
        Map<ChildId, Long> households = new HashMap<>();
        Set<ChildId> requested = this.pairings.requested(Scope.of(division));
        for (DivisionCode village : this.children.villages(Scope.of(division))) {
            inVillage(village, today, requested, wanting, households);
        }
        return new Gathered(new Problem(wanting, families(division, today), Map.of()), households);
    }

    List<Problem.Family> families(DivisionCode division, LocalDate today) {
        Scope township = Scope.of(division.at(DivisionCode.Level.TOWNSHIP));
        Map<FamilyId, Integer> loads = this.pairings.loads(township);
        return this.helpers.confirmed(township).stream()
                .filter(family ->
                        family.takesPartOn(today) && !family.screening().blocksOn(today))
                .map(family -> family(family, loads.getOrDefault(family.id(), 0)))
                .toList();
    }

    static Problem.Family family(CadreFamily family, int load) {
        return new Problem.Family(
                family.id(),
                family.division(),
                family.linkedVillages(),
                family.cadreSex() == org.tongxing.kernel.Sex.FEMALE,
                load,
                Math.max(0, family.capacity() - load));
    }

    private void inVillage(
            DivisionCode village,
            LocalDate today,
            Set<ChildId> requested,
            List<Problem.Child> wanting,
            Map<ChildId, Long> households) {
        PairingRules rules = this.constraints.rules(village, today);
        List<AreaDuty> duties = this.duties.below(Scope.of(village)).stream()
                .filter(duty -> duty.holdsOn(today))
                .toList();
        Map<ChildId, Episode> current = this.pairings.in(Scope.of(village)).stream()
                .filter(episode -> episode.holdsOn(today) || episode.endsOn() == null)
                .collect(Collectors.toMap(Episode::child, episode -> episode, (one, other) -> other));
        Map<Long, Set<FamilyId>> siblingFamilies = new HashMap<>();
        List<Resident> here = this.residents.in(Scope.of(village));
        for (Resident child : here) {
            Episode episode = current.get(child.id());
            if (episode != null) {
                siblingFamilies
                        .computeIfAbsent(child.householdId(), absent -> new HashSet<>())
                        .add(episode.family());
            }
        }
        for (Resident child : here) {
            Set<String> categories = Constraints.held(child.categories(), today);
            Optional<PairingTier> tier = this.constraints.tier(village, categories, today);
            boolean byDuty =
                    tier.isPresent() && tier.get().mode() == PairingTier.Mode.AREA_DUTY_ALLOWED && !duties.isEmpty();
            if (tier.isEmpty()
                    || byDuty
                    || !child.presentOn(today)
                    || current.containsKey(child.id())
                    || requested.contains(child.id())) {
                continue;
            }
            households.put(child.id(), child.householdId());
            wanting.add(new Problem.Child(
                    child.id(),
                    village,
                    child.householdId(),
                    needsFemaleCadre(rules, child, categories, today),
                    siblingFamilies.getOrDefault(child.householdId(), Set.of()),
                    null));
        }
    }

    private static boolean needsFemaleCadre(
            PairingRules rules, Resident child, Set<String> categories, LocalDate today) {
        ChildSide side = new ChildSide(child.birthOn(), child.sex(), child.village(), categories, null, List.of());
        return rules.needsFemaleCadreFrom(side)
                .filter(day -> !today.isBefore(day))
                .isPresent();
    }
}

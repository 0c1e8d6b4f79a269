package org.tongxing.visit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.child.Children;
import org.tongxing.contract.PhoneSessionEndpoint.TieKind;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.FamilyId;
import org.tongxing.kernel.Scope;
import org.tongxing.media.Visiting;
import org.tongxing.membership.PhoneCaller;
import org.tongxing.membership.PhoneCaller.ConfirmedTie;
import org.tongxing.pairing.Episode;
import org.tongxing.pairing.Pairings;
import org.tongxing.problem.Refusal;

/** Says as what somebody of the phone side is near a child, on a day. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class Nearness implements Visiting {

    private final Pairings pairings;
    private final Children children;
    private final Clock clock;

    @Override
    public boolean visits(PhoneCaller caller, ChildId child) {
        return standing(caller, child).isPresent();
    }

    /** As what the caller visits the child now: the pairing first, then the office. */
    public Optional<Standing> standing(PhoneCaller caller, ChildId child) {
        Optional<Standing> paired = paired(caller, List.of(child), LocalDate.now(this.clock));
        return paired.isPresent() ? paired : official(caller, List.of(child));
    }

    /** The same, refused like a child that does not exist. */
    public Standing require(PhoneCaller caller, ChildId child) {
        return standing(caller, child).orElseThrow(() -> Refusal.notFound("child", child.value()));
    }

    /** Whether the caller is near the child in any way: pairing, office, own child, or a child he or she looks after. */
    public boolean isNear(PhoneCaller caller, ChildId child) {
        return caller.asGuardian(child).isPresent() || visits(caller, child);
    }

    /** The same, or the child was paired with the caller's family once: what somebody saw then can still be told. */
    public boolean wasNear(PhoneCaller caller, ChildId child) {
        return isNear(caller, child) || everPaired(caller, List.of(child)).isPresent();
    }

    /** The caller's family with which all these children were paired on that day. */
    Optional<Standing> paired(PhoneCaller caller, Collection<ChildId> children, LocalDate day) {
        for (long id : caller.familyIds()) {
            FamilyId family = new FamilyId(id);
            List<Episode> held = this.pairings.ofFamily(family).stream()
                    .filter(episode -> children.contains(episode.child()) && episode.holdsOn(day))
                    .toList();
            if (held.stream().map(Episode::child).distinct().count() == children.size()) {
                Episode first = held.get(0);
                return Optional.of(new Standing(TieKind.CADRE_FAMILY, family, first.cadreName(), first.familyName()));
            }
        }
        return Optional.empty();
    }

    /** The caller's family with which all these children were paired on any day. */
    Optional<Standing> everPaired(PhoneCaller caller, Collection<ChildId> children) {
        for (long id : caller.familyIds()) {
            FamilyId family = new FamilyId(id);
            List<Episode> episodes = this.pairings.ofFamily(family).stream()
                    .filter(episode -> children.contains(episode.child()))
                    .toList();
            if (episodes.stream().map(Episode::child).distinct().count() == children.size()) {
                Episode first = episodes.get(0);
                return Optional.of(new Standing(TieKind.CADRE_FAMILY, family, first.cadreName(), first.familyName()));
            }
        }
        return Optional.empty();
    }

    /** The office by which the caller answers for all these children. */
    Optional<Standing> official(PhoneCaller caller, Collection<ChildId> children) {
        if (caller.asStaff().isEmpty()) {
            return Optional.empty();
        }
        Set<Long> asked = children.stream().map(ChildId::value).collect(Collectors.toSet());
        return caller.asStaff().stream()
                .filter(tie -> this.children
                        .known(Scope.of(new DivisionCode(tie.divisionCode())), asked)
                        .keySet()
                        .equals(asked))
                .findFirst()
                .map(Nearness::official);
    }

    /** The children paired with the caller's families now, each with its episode. */
    public Map<Long, Episode> pairedNow(PhoneCaller caller) {
        LocalDate today = LocalDate.now(this.clock);
        Map<Long, Episode> paired = new LinkedHashMap<>();
        for (long family : caller.familyIds()) {
            this.pairings.activeOf(new FamilyId(family)).stream()
                    .filter(episode -> episode.holdsOn(today))
                    .forEach(episode -> paired.put(episode.child().value(), episode));
        }
        return paired;
    }

    private static Standing official(ConfirmedTie tie) {
        String name = tie.name() == null ? "" : tie.name();
        return new Standing(tie.kind(), null, name, name);
    }

    /**
     * As what somebody visits.
     *
     * @param family null for directors and supervisors
     * @param name the cadre or director
     * @param calledBy how others are told: 谢家, or the director's name
     */
    public record Standing(TieKind as, @Nullable FamilyId family, String name, String calledBy) {}
}

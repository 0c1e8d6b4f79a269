package org.tongxing.wish;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.child.Children;
import org.tongxing.contract.PhoneSessionEndpoint.TieKind;
import org.tongxing.contract.WishEndpoint.WishState;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.FamilyId;
import org.tongxing.kernel.Scope;
import org.tongxing.membership.PhoneCaller;
import org.tongxing.pairing.Pairings;
import org.tongxing.problem.Refusal;

/** 心愿墙: what somebody of the phone side may promise, and what he or she has promised. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class WishWall {

    private final WishReadMapper mapper;
    private final Pairings pairings;
    private final Children children;
    private final Clock clock;

    /** Own promises first, then what is open: wishes of paired children at once, all others of the place in their time. */
    public List<Wish> of(PhoneCaller caller) {
        if (!mayHelp(caller)) {
            return List.of();
        }
        LocalDateTime now = LocalDateTime.now(this.clock);
        List<Wish> wall = new ArrayList<>(this.mapper.promised(caller.accountId(), now.minusYears(1)).stream()
                .map(Wish::of)
                .toList());
        Set<String> townships = townships(caller);
        Set<Long> children = childrenOf(caller).keySet();
        if (!townships.isEmpty() || !children.isEmpty()) {
            this.mapper.wall(townships, children, now).stream().map(Wish::of).forEach(wall::add);
        }
        return wall;
    }

    /**
     * A wish this person may see: one of the own townships or paired children, or an own promise. One statement needs no
     * transaction.
     */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    Wish visible(PhoneCaller caller, long id) {
        Wish wish =
                Optional.ofNullable(this.mapper.find(id)).map(Wish::of).orElseThrow(() -> Refusal.notFound("wish", id));
        if (!shows(
                caller,
                childrenOf(caller).keySet(),
                wish.state(),
                wish.township().value(),
                wish.child().value())) {
            throw Refusal.notFound("wish", id);
        }
        return wish;
    }

    /** Whether a wish of this state, place and child hangs on the wall of somebody who is paired with these children. */
    static boolean shows(PhoneCaller caller, Set<Long> paired, WishState state, String township, long child) {
        return switch (state) {
            case PROPOSED, RETURNED, CANCELLED -> false;
            case OPEN, CLAIMED, ARRANGED, FULFILLED -> townships(caller).contains(township) || paired.contains(child);
        };
    }

    /** The caller's family that is paired with the child now. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    Optional<Long> familyOf(PhoneCaller caller, ChildId child) {
        return Optional.ofNullable(childrenOf(caller).get(child.value()));
    }

    /** The children the caller's families are paired with now, each with its family. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Map<Long, Long> childrenOf(PhoneCaller caller) {
        LocalDate today = LocalDate.now(this.clock);
        Map<Long, Long> children = new TreeMap<>();
        for (long family : caller.familyIds()) {
            this.pairings.ofFamily(new FamilyId(family)).stream()
                    .filter(episode -> episode.holdsOn(today))
                    .forEach(episode -> children.put(episode.child().value(), family));
        }
        return children;
    }

    /** Whether somebody is a volunteer in good standing or of a paired family; nobody else has a wall. */
    boolean mayHelp(PhoneCaller caller) {
        return caller.isVolunteer() || !caller.familyIds().isEmpty();
    }

    /** Whether somebody visits the child, answers for its village, or looks after it. */
    boolean isNear(PhoneCaller caller, ChildId child) {
        return visits(caller, child) || caller.asGuardian(child).isPresent();
    }

    /** Whether somebody visits the child for its paired family, or answers for its village. */
    boolean visits(PhoneCaller caller, ChildId child) {
        return familyOf(caller, child).isPresent() || answersFor(caller, child);
    }

    boolean answersFor(PhoneCaller caller, ChildId child) {
        var known = this.children
                .known(Scope.ofChildren(Set.of(child.value())), Set.of(child.value()))
                .get(child.value());
        return known != null && caller.asStaffOf(known.village()).isPresent();
    }

    private static Set<String> townships(PhoneCaller caller) {
        return caller.ties().stream()
                .filter(tie -> tie.kind() == TieKind.VOLUNTEER)
                .map(tie -> new DivisionCode(tie.divisionCode())
                        .at(DivisionCode.Level.TOWNSHIP)
                        .value())
                .collect(Collectors.toSet());
    }
}

package org.tongxing.visit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.child.Children;
import org.tongxing.child.KnownChild;
import org.tongxing.contract.HomeEndpoint.HomeChild;
import org.tongxing.contract.HomeEndpoint.NextAction;
import org.tongxing.contract.HomeEndpoint.Window;
import org.tongxing.contract.HomeEndpoint.WindowState;
import org.tongxing.contract.PhoneSessionEndpoint.TieKind;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.FamilyId;
import org.tongxing.kernel.Scope;
import org.tongxing.membership.PhoneCaller;
import org.tongxing.obligation.NextDeed;
import org.tongxing.obligation.Obligations;
import org.tongxing.obligation.Owed;
import org.tongxing.obligation.OwedBy;
import org.tongxing.pairing.Episode;
import org.tongxing.pairing.Pairings;
import org.tongxing.region.Divisions;

/** What the first page of the phone shows: the children of the confirmed ties, and what to do next. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class Homes {

    private final Obligations obligations;
    private final Pairings pairings;
    private final Children children;
    private final Divisions divisions;
    private final Clock clock;

    public LocalDate today() {
        return LocalDate.now(this.clock);
    }

    /** The paired children of the caller's families, and the children the caller is a guardian of. */
    public List<HomeChild> children(PhoneCaller caller) {
        List<HomeChild> home = new ArrayList<>();
        Map<FamilyId, List<Episode>> paired = new LinkedHashMap<>();
        caller.familyIds().forEach(id -> paired.put(new FamilyId(id), this.pairings.activeOf(new FamilyId(id))));
        Set<Long> ids = Stream.concat(
                        paired.values().stream()
                                .flatMap(List::stream)
                                .map(episode -> episode.child().value()),
                        caller.guarded().stream().map(tie -> tie.childId()))
                .collect(Collectors.toSet());
        Faces faces = faces(ids);
        Map<OwedBy, List<Owed>> owed =
                this.obligations.about(ids, today()).stream().collect(Collectors.groupingBy(Owed::by));
        paired.forEach((family, episodes) -> episodes.forEach(
                episode -> home.add(paired(episode, owed.getOrDefault(OwedBy.family(family), List.of()), faces))));
        caller.guarded().forEach(tie -> {
            ChildId child = new ChildId(tie.childId());
            List<Owed> own =
                    tie.kind() == TieKind.PARENT ? owed.getOrDefault(OwedBy.parents(child), List.of()) : List.of();
            home.add(child(faces, child, tie.kind(), null, 0, List.of(), next(own)));
        });
        return home;
    }

    /** All of them at once: how many statements this takes does not grow with the children. */
    private Faces faces(Set<Long> ids) {
        Map<Long, KnownChild> children = this.children.known(Scope.ofChildren(ids), ids);
        return new Faces(
                children,
                this.divisions.names(children.values().stream()
                        .map(child -> child.village().value())
                        .collect(Collectors.toSet())));
    }

    private HomeChild paired(Episode episode, List<Owed> owed, Faces faces) {
        List<Owed> theirs =
                owed.stream().filter(one -> episode.child().equals(one.child())).toList();
        Owed visits =
                theirs.stream().filter(one -> one.year() != null).findFirst().orElse(null);
        Owed.YearCount year = visits == null ? null : visits.year();
        return child(
                faces,
                episode.child(),
                TieKind.CADRE_FAMILY,
                visits == null ? null : visits.lastDoneOn(),
                year == null ? 0 : year.done(),
                visits == null || year == null ? List.of() : windows(visits.ofYear(year.year())),
                next(theirs));
    }

    private static List<Window> windows(List<org.tongxing.obligation.Window> windows) {
        return windows.stream()
                .map(window -> new Window(window.from(), window.until(), state(window.state())))
                .toList();
    }

    /** On a phone a window that was waived is one that is not owed; why is not for the phone. */
    private static WindowState state(org.tongxing.obligation.Window.State state) {
        return switch (state) {
            case MET -> WindowState.MET;
            case DUE -> WindowState.DUE;
            case OVERDUE -> WindowState.OVERDUE;
            case AHEAD -> WindowState.AHEAD;
            case WAIVED, NOT_OWED -> WindowState.NOT_OWED;
        };
    }

    private static @Nullable NextAction next(List<Owed> owed) {
        return owed.stream()
                .flatMap(one -> one.action().stream())
                .min(Comparator.comparing(NextDeed::until))
                .map(action -> new NextAction(action.text(), action.clause(), action.until()))
                .orElse(null);
    }

    private HomeChild child(
            Faces faces,
            ChildId id,
            TieKind as,
            @Nullable LocalDate lastVisit,
            int visits,
            List<Window> windows,
            @Nullable NextAction next) {
        KnownChild child = Objects.requireNonNull(faces.children().get(id.value()));
        return new HomeChild(
                id.value(),
                as,
                child.petName(),
                child.ageOn(today()),
                child.sex().name(),
                faces.places().getOrDefault(child.village().value(), ""),
                lastVisit,
                visits,
                windows,
                next);
    }

    /** What the page shows of children whatever is owed to them, with the names of their villages. */
    private record Faces(Map<Long, KnownChild> children, Map<String, String> places) {}
}

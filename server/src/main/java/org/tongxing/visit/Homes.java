package org.tongxing.visit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.child.CaseFile;
import org.tongxing.child.Children;
import org.tongxing.contract.HomeEndpoint.HomeChild;
import org.tongxing.contract.HomeEndpoint.NextAction;
import org.tongxing.contract.HomeEndpoint.Window;
import org.tongxing.contract.HomeEndpoint.WindowState;
import org.tongxing.contract.PhoneSessionEndpoint.TieKind;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.FamilyId;
import org.tongxing.kernel.Scope;
import org.tongxing.membership.PhoneCaller;
import org.tongxing.pairing.Episode;
import org.tongxing.pairing.Pairings;
import org.tongxing.region.Divisions;

/** What the first page of the phone shows: the children of the confirmed ties, and what to do next. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class Homes {

    private final Visits visits;
    private final Pairings pairings;
    private final Children children;
    private final Divisions divisions;
    private final Clock clock;

    public LocalDate today() {
        return LocalDate.now(this.clock);
    }

    /** The paired children of the caller's families and the caller's own children. */
    public List<HomeChild> children(PhoneCaller caller) {
        List<HomeChild> home = new ArrayList<>();
        for (long family : caller.familyIds()) {
            for (Episode episode : this.pairings.activeOf(new FamilyId(family))) {
                home.add(paired(episode));
            }
        }
        caller.asParent().forEach(tie -> home.add(own(new ChildId(tie.childId()))));
        return home;
    }

    private HomeChild paired(Episode episode) {
        LocalDate today = today();
        List<LocalDate> days = this.visits.days(episode.child(), episode.family(), LocalDate.of(today.getYear(), 1, 1));
        List<Window> windows = YearOfVisits.windows(today, episode.startsOn(), days);
        NextAction next = windows.stream()
                .filter(window -> window.state() == WindowState.DUE || window.state() == WindowState.OVERDUE)
                .findFirst()
                .map(window -> new NextAction("该去看看了", "JB-41", window.until()))
                .orElse(null);
        return child(
                episode.child(),
                TieKind.CADRE_FAMILY,
                days.isEmpty() ? null : days.get(days.size() - 1),
                days.size(),
                windows,
                next);
    }

    private HomeChild own(ChildId child) {
        return child(child, TieKind.PARENT, null, 0, List.of(), null);
    }

    private HomeChild child(
            ChildId id,
            TieKind as,
            @Nullable LocalDate lastVisit,
            int visits,
            List<Window> windows,
            @Nullable NextAction next) {
        CaseFile file = this.children.get(Scope.ofChildren(Set.of(id.value())), id);
        Map<String, String> names = this.divisions.names(Set.of(file.village().value()));
        return new HomeChild(
                id.value(),
                as,
                petName(file.name()),
                Period.between(file.birthOn(), today()).getYears(),
                file.sex().name(),
                names.getOrDefault(file.village().value(), ""),
                lastVisit,
                visits,
                windows,
                next);
    }

    /** Until the caregiver has chosen a 小名, the last character of the name stands for it. */
    private static String petName(String name) {
        return "小" + name.substring(name.offsetByCodePoints(name.length(), -1));
    }
}

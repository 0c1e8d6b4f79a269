package org.tongxing.companion;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.child.Children;
import org.tongxing.child.KnownChild;
import org.tongxing.contract.CompanionEndpoint.AccompaniedView;
import org.tongxing.contract.CompanionEndpoint.CompanionKind;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import org.tongxing.membership.PhoneCaller;
import org.tongxing.region.Divisions;

/** The children of a volunteer, as little of each as it takes to meet. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class Accompanied {

    private static final int SHOWN = 5;

    private final CompanionMapper mapper;
    private final Children children;
    private final Meetings meetings;
    private final Divisions divisions;
    private final Clock clock;

    /** The children of the caller, each with what may be shown of it. */
    public Map<Long, List<AccompaniedView>> of(PhoneCaller caller) {
        LocalDate today = LocalDate.now(this.clock);
        List<CompanionMapper.Mine> mine = this.mapper.mine(caller.accountId(), today);
        Set<Long> ids = mine.stream().map(CompanionMapper.Mine::childId).collect(Collectors.toSet());
        Map<Long, KnownChild> known = this.children.known(Scope.ofChildren(ids), ids);
        Map<String, String> names = this.divisions.names(
                known.values().stream().map(child -> township(child).value()).collect(Collectors.toSet()));
        Map<Long, List<Meeting>> met =
                this.meetings.of(mine.stream().map(CompanionMapper.Mine::id).toList());
        return mine.stream()
                .filter(row -> known.containsKey(row.childId()))
                .collect(Collectors.groupingBy(
                        CompanionMapper.Mine::childId,
                        Collectors.mapping(
                                row -> view(
                                        row,
                                        known.get(row.childId()),
                                        names,
                                        today,
                                        met.getOrDefault(row.id(), List.of())),
                                Collectors.toList())));
    }

    private static AccompaniedView view(
            CompanionMapper.Mine row, KnownChild child, Map<String, String> names, LocalDate today, List<Meeting> met) {
        return new AccompaniedView(
                row.id(),
                child.petName(),
                child.ageOn(today),
                names.getOrDefault(township(child).value(), ""),
                CompanionKind.valueOf(row.kind()),
                row.plan(),
                row.startsOn(),
                met.stream().limit(SHOWN).map(Meeting::view).toList());
    }

    private static DivisionCode township(KnownChild child) {
        return child.village().at(DivisionCode.Level.TOWNSHIP);
    }
}

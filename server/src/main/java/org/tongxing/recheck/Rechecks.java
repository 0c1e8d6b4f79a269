package org.tongxing.recheck;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.child.Residents;
import org.tongxing.coverage.Coverage;
import org.tongxing.helper.CadreFamily;
import org.tongxing.helper.Helpers;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.FamilyId;
import org.tongxing.kernel.Scope;
import org.tongxing.obligation.OverdueLine;
import org.tongxing.obligation.OverdueList;
import org.tongxing.obligation.OverdueQuestion;
import org.tongxing.pairing.Pairings;
import org.tongxing.policy.Actor;
import org.tongxing.policy.AdoptedRules;
import org.tongxing.policy.Adoptions;
import org.tongxing.register.Deadlines;

/** Checks one village, or the families of one place; doing it twice changes nothing. */
@Service
@Transactional
@RequiredArgsConstructor
class Rechecks {

    private final WorkItemMapper mapper;
    private final Coverage coverage;
    private final Pairings pairings;
    private final Helpers helpers;
    private final Adoptions adoptions;
    private final Deadlines deadlines;
    private final OverdueList overdue;
    private final Residents residents;
    private final Clock clock;

    /** The children of a village. */
    void village(DivisionCode village) {
        LocalDate today = LocalDate.now(this.clock);
        village(village, this.overdue.lines(Scope.of(village), OverdueQuestion.overdue(Actor.CADRE_FAMILY), today));
    }

    /** The same where somebody has just reckoned what is overdue there. */
    void village(DivisionCode village, List<OverdueLine> lines) {
        if (this.mapper.lock(village.value()) == null) {
            return;
        }
        LocalDate today = LocalDate.now(this.clock);
        List<Coverage.Standing> standings = this.coverage.standings(Scope.of(village), today);
        Map<FamilyId, CadreFamily> families = this.helpers.byId(Scope.everywhere(), ChildCheck.familiesOf(standings));
        AdoptedRules adopted = this.adoptions.rules(village, today);
        List<Item> found = new ChildCheck(
                        village.value(),
                        today,
                        adopted,
                        standings,
                        families,
                        this.pairings.waiversIn(Scope.of(village)))
                .items();
        List<Item> overdue = new OverdueCheck(
                        village.value(),
                        lines.stream()
                                .filter(line -> line.owed().by().kind() == Actor.CADRE_FAMILY)
                                .toList())
                .items();
        List<Item> undated = new AwayDateCheck(
                        village.value(),
                        today,
                        adopted,
                        standings,
                        this.residents.awayWithoutDay(Scope.of(village), today))
                .items();
        replace(
                this.mapper.aboutChildren(Scope.of(village)),
                Stream.of(found, undated, overdue).flatMap(List::stream).toList());
    }

    /** The families below a place. */
    void families(DivisionCode place) {
        this.mapper.lock(place.value());
        List<Item> found = new FamilyCheck(
                        LocalDate.now(this.clock),
                        this.helpers.confirmed(Scope.of(place)),
                        this.pairings.loads(Scope.of(place)))
                .items();
        replace(this.mapper.aboutFamilies(Scope.of(place)), found);
    }

    /** What a village, or a township with all its villages, owes by a day. */
    void deadlines(DivisionCode place) {
        List<Item> found = this.deadlines.in(place, LocalDate.now(this.clock)).stream()
                .map(owed -> new Item(
                        owed.kind() == Deadlines.Kind.REFRESH ? Kind.REFRESH_DUE : Kind.QUARTER_DUE,
                        owed.division(),
                        owed.clause(),
                        owed.text(),
                        null,
                        null,
                        null,
                        null,
                        owed.since()))
                .toList();
        replace(this.mapper.aboutPlaces(Scope.of(place)), found);
    }

    private void replace(List<WorkItemMapper.Known> before, List<Item> found) {
        Set<String> still = new HashSet<>();
        found.forEach(item -> still.add(item.kind() + item.subject()));
        List<Long> solved = before.stream()
                .filter(known -> !still.contains(known.kind() + known.subject()))
                .map(WorkItemMapper.Known::id)
                .toList();
        if (!solved.isEmpty()) {
            this.mapper.remove(solved);
        }
        if (!found.isEmpty()) {
            this.mapper.put(found);
        }
    }
}

package org.tongxing.register;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.coverage.Coverage;
import org.tongxing.coverage.Coverage.Standing;
import org.tongxing.coverage.State;
import org.tongxing.crypto.Vault;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import org.tongxing.pairing.AreaDuties;
import org.tongxing.pairing.AreaDuty;
import org.tongxing.pairing.Episode;
import org.tongxing.policy.Adoptions;

/**
 * The rows of a place: every child something is owed to on a day, as coverage sees it. A fixed number of statements,
 * however many villages and children the place has; whoever wants little in memory asks for one township after another.
 */
@Component
@RequiredArgsConstructor
class RegisterRows {

    private final RegisterMapper mapper;
    private final Coverage coverage;
    private final AreaDuties duties;
    private final Adoptions adoptions;
    private final Vault vault;

    /** Village by village, and there in the order of the categories, households together, the oldest first. */
    @Clause("JB-29")
    @Transactional(readOnly = true)
    SortedMap<DivisionCode, List<RegisterRow>> of(Scope scope, DivisionCode place, LocalDate day) {
        Map<Long, RegisterMapper.PersonRow> people = this.mapper.people(scope, place).stream()
                .collect(Collectors.toMap(RegisterMapper.PersonRow::id, Function.identity()));
        List<Standing> standings = this.coverage.standings(scope.within(place), day).stream()
                .filter(one -> one.state().eligible()
                        && people.containsKey(one.child().id().value()))
                .toList();
        if (standings.isEmpty()) {
            return new TreeMap<>();
        }
        Map<DivisionCode, List<String>> orders = new HashMap<>();
        standings.forEach(one -> orders.computeIfAbsent(one.child().village(), village -> order(village, day)));
        Map<Long, Long> households = standings.stream()
                .collect(Collectors.groupingBy(one -> one.child().householdId(), Collectors.counting()));
        Map<Long, RegisterRow.Carer> carers = carers(scope, place);
        Map<Long, Integer> visits =
                this.mapper.visits(scope, place, LocalDate.of(day.getYear(), 1, 1), day.plusDays(1)).stream()
                        .collect(Collectors.toMap(RegisterMapper.VisitRow::childId, RegisterMapper.VisitRow::visits));
        Helpers helpers = helpers(scope, place, standings, day);
        return standings.stream()
                .map(one -> {
                    long id = one.child().id().value();
                    RegisterMapper.PersonRow person = people.get(id);
                    return new RegisterRow(
                            one.child(),
                            one.state(),
                            deciding(orders.get(one.child().village()), one.state()),
                            one.child().categories().stream()
                                    .filter(interval -> interval.holdsOn(day))
                                    .toList(),
                            this.vault.open(person.idNumberSealed()),
                            person.noIdReason(),
                            person.school(),
                            person.grade(),
                            carers.get(id),
                            households
                                    .getOrDefault(one.child().householdId(), 1L)
                                    .intValue(),
                            helpers.of(one, day),
                            visits.getOrDefault(id, 0));
                })
                .sorted(Comparator.comparing(
                                (RegisterRow row) -> rank(orders.get(row.child().village()), row.category()))
                        .thenComparing(row -> row.child().householdId())
                        .thenComparing(row -> row.child().birthOn())
                        .thenComparing(row -> row.child().id().value()))
                .collect(Collectors.groupingBy(
                        row -> row.child().village(),
                        () -> new TreeMap<>(Comparator.comparing(DivisionCode::value)),
                        Collectors.toList()));
    }

    /** The categories in the order in which they decide [JB-18]. */
    private List<String> order(DivisionCode village, LocalDate day) {
        return this.adoptions
                .rules(village, day)
                .on("categoryPrecedence")
                .map(clause -> clause.parameters().texts("order"))
                .orElse(List.of());
    }

    private static String deciding(List<String> order, State state) {
        return order.stream()
                .filter(state.categories()::contains)
                .findFirst()
                .orElseGet(() -> state.categories().iterator().next());
    }

    private static int rank(List<String> order, String category) {
        int at = order.indexOf(category);
        return at < 0 ? order.size() : at;
    }

    private Map<Long, RegisterRow.Carer> carers(Scope scope, DivisionCode place) {
        return this.mapper.carers(scope, place).stream()
                .collect(Collectors.toMap(
                        RegisterMapper.CarerRow::childId,
                        row -> new RegisterRow.Carer(row.name(), row.relation(), this.vault.open(row.phoneSealed())),
                        (first, other) -> first));
    }

    private Helpers helpers(Scope scope, DivisionCode place, List<Standing> standings, LocalDate day) {
        Set<Long> families = standings.stream()
                .flatMap(one -> one.episodes().stream())
                .filter(episode -> episode.holdsOn(day))
                .map(episode -> episode.family().value())
                .collect(Collectors.toSet());
        Map<DivisionCode, AreaDuty> duties = this.duties.below(Scope.of(place)).stream()
                .filter(one -> one.holdsOn(day))
                .collect(Collectors.toMap(AreaDuty::village, Function.identity(), (first, other) -> first));
        return new Helpers(
                families.isEmpty() ? Map.of() : names(this.mapper.unitsOfFamilies(scope, place, families)),
                duties,
                duties.isEmpty() ? Map.of() : names(this.mapper.unitsOfDuties(scope, place)));
    }

    private static Map<Long, String> names(List<RegisterMapper.NameRow> rows) {
        return rows.stream().collect(Collectors.toMap(RegisterMapper.NameRow::id, RegisterMapper.NameRow::name));
    }

    /** Who helps in a place. */
    private record Helpers(
            Map<Long, String> unitsOfFamilies, Map<DivisionCode, AreaDuty> duties, Map<Long, String> unitsOfDuties) {

        RegisterRow.@Nullable Helper of(Standing standing, LocalDate day) {
            State.By by = standing.state().by();
            if (by == State.By.FAMILY) {
                return standing.episodes().stream()
                        .filter(episode -> episode.holdsOn(day))
                        .findFirst()
                        .map(this::family)
                        .orElse(null);
            }
            AreaDuty answering = this.duties.get(standing.child().village());
            return by == State.By.AREA_DUTY && answering != null
                    ? new RegisterRow.Helper(
                            by,
                            answering.cadreName(),
                            answering.cadreSex(),
                            this.unitsOfDuties.get(answering.id()),
                            answering.startsOn())
                    : null;
        }

        private RegisterRow.Helper family(Episode episode) {
            return new RegisterRow.Helper(
                    State.By.FAMILY,
                    episode.cadreName(),
                    episode.cadreSex(),
                    this.unitsOfFamilies.get(episode.family().value()),
                    episode.startsOn());
        }
    }
}

package org.tongxing.register;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.coverage.State;
import org.tongxing.crypto.Vault;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import org.tongxing.policy.Adoptions;

/**
 * The rows of a place: every child something is owed to on a day, as coverage sees it. A fixed number of statements,
 * however many villages and children the place has; whoever wants little in memory asks for one township after another.
 */
@Component
@RequiredArgsConstructor
class RegisterRows {

    private final RegisterMapper mapper;
    private final Adoptions adoptions;
    private final Vault vault;

    /** Village by village, and there in the order of the categories, households together, the oldest first. */
    @Clause("JB-29")
    @Transactional(readOnly = true)
    SortedMap<DivisionCode, List<RegisterRow>> of(Scope scope, DivisionCode place, LocalDate day) {
        List<RegisterMapper.ChildRow> children = this.mapper.children(scope, place, day.withDayOfYear(1), day);
        if (children.isEmpty()) {
            return new TreeMap<>();
        }
        Map<String, List<String>> orders = new HashMap<>();
        children.forEach(one -> orders.computeIfAbsent(one.villageCode(), village -> order(village, day)));
        Map<Long, Long> households = children.stream()
                .collect(Collectors.groupingBy(RegisterMapper.ChildRow::householdId, Collectors.counting()));
        Map<Long, List<RegisterRow.Held>> held = held(scope, place, day);
        Map<String, RegisterRow.Helper> duties = duties(scope, place, day);
        return children.stream()
                .map(child -> {
                    List<RegisterRow.Held> own = held.getOrDefault(child.id(), List.of());
                    State state = state(child, own);
                    return new RegisterRow(
                            child,
                            state,
                            deciding(orders.get(child.villageCode()), state),
                            own,
                            this.vault.open(child.idNumberSealed()),
                            carer(child),
                            households.getOrDefault(child.householdId(), 1L).intValue(),
                            helper(child, duties));
                })
                .sorted(Comparator.comparing(
                                (RegisterRow row) -> rank(orders.get(row.child().villageCode()), row.category()))
                        .thenComparing(row -> row.child().householdId())
                        .thenComparing(row -> row.child().birthOn())
                        .thenComparing(row -> row.child().id()))
                .collect(Collectors.groupingBy(
                        row -> new DivisionCode(row.child().villageCode()),
                        () -> new TreeMap<>(Comparator.comparing(DivisionCode::value)),
                        Collectors.toList()));
    }

    private static State state(RegisterMapper.ChildRow child, List<RegisterRow.Held> held) {
        return new State(
                held.stream().map(RegisterRow.Held::category).collect(Collectors.toCollection(TreeSet::new)),
                child.coveredBy(),
                child.reason(),
                child.girl(),
                child.femaleCadre(),
                child.turningEight());
    }

    private static RegisterRow.@Nullable Helper helper(
            RegisterMapper.ChildRow child, Map<String, RegisterRow.Helper> duties) {
        return switch (child.coveredBy()) {
            // One whose pairing is not to be found has empty cells; nobody else's line waits for it.
            case FAMILY ->
                child.cadreName() == null
                        ? null
                        : new RegisterRow.Helper(
                                child.cadreName(),
                                Objects.requireNonNull(child.cadreSex()),
                                child.unitName(),
                                Objects.requireNonNull(child.since()));
            case AREA_DUTY -> duties.get(child.villageCode());
            case NOBODY -> null;
        };
    }

    /** The categories in the order in which they decide [JB-18]. */
    private List<String> order(String village, LocalDate day) {
        return this.adoptions
                .rules(new DivisionCode(village), day)
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

    private RegisterRow.@Nullable Carer carer(RegisterMapper.ChildRow child) {
        return child.carerName() == null
                ? null
                : new RegisterRow.Carer(
                        child.carerName(),
                        Objects.requireNonNull(child.carerRelation()),
                        this.vault.open(child.carerPhoneSealed()));
    }

    private Map<Long, List<RegisterRow.Held>> held(Scope scope, DivisionCode place, LocalDate day) {
        return this.mapper.held(scope, place, day).stream()
                .collect(Collectors.groupingBy(
                        RegisterMapper.HeldRow::childId,
                        Collectors.mapping(
                                row -> new RegisterRow.Held(
                                        row.category(), row.clause().replace(",", "、")),
                                Collectors.toList())));
    }

    private Map<String, RegisterRow.Helper> duties(Scope scope, DivisionCode place, LocalDate day) {
        return this.mapper.duties(scope, place, day).stream()
                .collect(Collectors.toMap(
                        RegisterMapper.DutyRow::villageCode,
                        row -> new RegisterRow.Helper(row.cadreName(), row.cadreSex(), row.unitName(), row.since()),
                        (first, other) -> first));
    }
}

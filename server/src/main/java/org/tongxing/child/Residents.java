package org.tongxing.child;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import org.tongxing.kernel.Sex;
import org.tongxing.policy.Period;

/** The children of a scope with what lists need to know of them, in a number of queries that does not grow with them. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class Residents {

    private final ResidentMapper mapper;

    /** The children with their categories of all days; unmasked, whoever shows them masks them first. */
    public List<Resident> in(Scope scope) {
        List<ChildMapper.VillageChild> rows = this.mapper.in(scope);
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<Long, List<ChildMapper.CategoryRow>> categories =
                this.mapper.categories(scope).stream().collect(Collectors.groupingBy(ChildMapper.CategoryRow::childId));
        return rows.stream()
                .map(row -> new Resident(
                        new ChildId(row.id()),
                        row.name(),
                        Sex.valueOf(row.sex()),
                        row.birthOn(),
                        new DivisionCode(row.villageCode()),
                        row.householdId(),
                        row.registeredOn(),
                        row.leftOn(),
                        categories.getOrDefault(row.id(), List.of()).stream()
                                .map(Categories::interval)
                                .toList()))
                .toList();
    }

    /** The days on which parents who work away have left a child in somebody's care; children without such days are missing. */
    public Map<ChildId, List<Period>> entrusted(Scope scope) {
        Map<Long, List<ResidentMapper.AdultRow>> adults =
                this.mapper.adults(scope).stream().collect(Collectors.groupingBy(ResidentMapper.AdultRow::childId));
        Map<ChildId, List<Period>> days = new HashMap<>();
        this.mapper.parents(scope).stream()
                .collect(Collectors.groupingBy(ResidentMapper.ParentRow::childId))
                .forEach((child, parents) -> {
                    List<Period> entrusted = EntrustedDays.of(parents, adults.getOrDefault(child, List.of()));
                    if (!entrusted.isEmpty()) {
                        days.put(new ChildId(child), entrusted);
                    }
                });
        return days;
    }

    /** The children of whom a parent works away on a day and nobody wrote since when. */
    public Set<ChildId> awayWithoutDay(Scope scope, LocalDate day) {
        return this.mapper.awayWithoutDay(scope, day).stream().map(ChildId::new).collect(Collectors.toSet());
    }

    /** The days since {@code from} on which a person wrote something into the file of a child. */
    public Map<ChildId, Set<LocalDate>> updates(Scope scope, LocalDate from) {
        Map<ChildId, Set<LocalDate>> days = new HashMap<>();
        this.mapper
                .updates(scope, from)
                .forEach(row -> days.computeIfAbsent(new ChildId(row.childId()), child -> new HashSet<>())
                        .add(row.updatedOn()));
        return days;
    }

    /** The villages these children live in, in order; codes only. */
    public List<DivisionCode> villagesOf(Collection<Long> children) {
        return children.isEmpty()
                ? List.of()
                : this.mapper.villagesOf(children).stream()
                        .map(DivisionCode::new)
                        .toList();
    }
}

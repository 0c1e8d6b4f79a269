package org.tongxing.coverage.web;

import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongxing.child.Masks;
import org.tongxing.coverage.ChildList;
import org.tongxing.coverage.web.ChildViews.CategoryView;
import org.tongxing.coverage.web.ChildViews.ChildRow;
import org.tongxing.coverage.web.ChildViews.ContactPersonView;
import org.tongxing.coverage.web.ChildViews.VillageView;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.policy.AdoptedRules;
import org.tongxing.policy.Adoptions;
import org.tongxing.region.Divisions;

/** Writes children as masked rows. */
@Component
@RequiredArgsConstructor
class ChildRows {

    private final Divisions divisions;
    private final CategoryNames categories;
    private final Adoptions adoptions;

    List<ChildRow> of(List<ChildList.Row> rows, LocalDate day) {
        return of(rows, null, day);
    }

    /** The same with whom to call about each, where the contacts are given. */
    List<ChildRow> of(List<ChildList.Row> rows, @Nullable Map<Long, List<ChildList.Contact>> contacts, LocalDate day) {
        Map<String, String> villages = this.divisions.names(
                rows.stream().map(row -> row.village().value()).collect(Collectors.toSet()));
        Map<DivisionCode, AdoptedRules> rules = new HashMap<>();
        return rows.stream()
                .map(row -> row(
                        row,
                        villages,
                        row.reason() == null
                                ? null
                                : row.reason()
                                        .clause(rules.computeIfAbsent(
                                                row.village(), village -> this.adoptions.rules(village, day))),
                        contacts == null
                                ? null
                                : contacts.getOrDefault(row.id().value(), List.of()).stream()
                                        .map(ChildRows::masked)
                                        .toList(),
                        day))
                .toList();
    }

    private ChildRow row(
            ChildList.Row row,
            Map<String, String> villages,
            @Nullable String reasonClause,
            @Nullable List<ContactPersonView> contacts,
            LocalDate day) {
        String village = row.village().value();
        return new ChildRow(
                row.id().value(),
                Masks.name(row.name()),
                row.sex(),
                Period.between(row.birthOn(), day).getYears(),
                new VillageView(village, villages.getOrDefault(village, "")),
                row.categories().stream()
                        .map(held ->
                                new CategoryView(held.category(), this.categories.name(held.category()), held.clause()))
                        .toList(),
                row.coveredBy(),
                row.reason(),
                row.cadreName(),
                row.formerCadreName(),
                row.siblings(),
                row.waitingDays(),
                reasonClause,
                contacts);
    }

    private static ContactPersonView masked(ChildList.Contact contact) {
        return new ContactPersonView(
                contact.relation(), Masks.name(contact.name()), Masks.phone(contact.phone()), contact.carer());
    }
}

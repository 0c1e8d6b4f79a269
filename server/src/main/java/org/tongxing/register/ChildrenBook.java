package org.tongxing.register;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongxing.coverage.ChildList;
import org.tongxing.crypto.Vault;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import org.tongxing.policy.AdoptedRules;
import org.tongxing.policy.Adoptions;
import org.tongxing.policy.RuleBooks;
import org.tongxing.region.Divisions;

/** The children of a list as somebody has searched and narrowed it, in its order, with whom to call about each. */
@Component
@RequiredArgsConstructor
class ChildrenBook {

    private static final int PART = 500;

    private final ChildList list;
    private final RegisterMapper mapper;
    private final Divisions divisions;
    private final RuleBooks books;
    private final Adoptions adoptions;
    private final SealedFilter filters;
    private final Vault vault;

    /** Writes it and answers how many children it holds. */
    int write(
            Scope scope,
            @Nullable String sealedFilter,
            LocalDate day,
            Provenance provenance,
            RegisterBook.Steps steps,
            OutputStream out)
            throws IOException {
        ChildList.Filter filter = this.filters.open(sealedFilter);
        List<ChildId> ids = this.list.all(scope, filter, day);
        steps.total(ids.size());
        Map<DivisionCode, AdoptedRules> rules = new HashMap<>();
        int number = 0;
        try (Paper paper = new Paper(provenance)) {
            Paper.Page page = begin(paper, scope, filter, day, provenance.named());
            for (int from = 0; from < ids.size(); from += PART) {
                List<ChildId> part = ids.subList(from, Math.min(from + PART, ids.size()));
                List<ListedChild> children = read(scope, part, day, rules);
                for (ListedChild child : children) {
                    page.row(child.values(++number, day, provenance.named()));
                }
                steps.place(children.stream().map(ListedChild::id).toList(), part.size());
            }
            page.note("共 " + number + " 名").signature();
            paper.write(out);
        }
        return number;
    }

    private Paper.Page begin(Paper paper, Scope scope, ChildList.Filter filter, LocalDate day, boolean named) {
        String place = this.divisions.get(scope.division()).name();
        String narrowed = Words.filter(filter, this.books::categoryName);
        String searched = filter.q() == null ? "" : named ? "找的是“" + filter.q() + "”。" : "按姓名或证件号找过。";
        return paper.page("名单", ListedChild.WIDTHS)
                .title(place + "儿童名单")
                .note("截至 " + Words.day(day) + "。" + (narrowed.isEmpty() ? "" : "只要：" + narrowed + "。") + searched)
                .headings(ListedChild.HEADINGS);
    }

    /** Whoever left the scope or the file meanwhile is left out. */
    private List<ListedChild> read(
            Scope scope, List<ChildId> part, LocalDate day, Map<DivisionCode, AdoptedRules> rules) {
        Map<ChildId, ChildList.Row> rows = this.list.these(scope, part, day).stream()
                .collect(Collectors.toMap(ChildList.Row::id, Function.identity()));
        Map<Long, RegisterMapper.PersonRow> people =
                this.mapper.these(scope, part.stream().map(ChildId::value).toList()).stream()
                        .collect(Collectors.toMap(RegisterMapper.PersonRow::id, Function.identity()));
        Map<Long, List<ChildList.Contact>> contacts = this.list.contacts(scope, part);
        Map<String, String> villages = this.divisions.names(
                rows.values().stream().map(row -> row.village().value()).collect(Collectors.toSet()));
        return part.stream()
                .filter(rows::containsKey)
                .map(id -> {
                    ChildList.Row row = rows.get(id);
                    AdoptedRules inForce =
                            rules.computeIfAbsent(row.village(), village -> this.adoptions.rules(village, day));
                    RegisterMapper.PersonRow person = people.get(id.value());
                    return new ListedChild(
                            row,
                            person == null ? null : this.vault.open(person.idNumberSealed()),
                            person == null ? null : person.noIdReason(),
                            contacts.getOrDefault(id.value(), List.of()),
                            villages.getOrDefault(row.village().value(), ""),
                            row.categories().stream()
                                    .map(held -> this.books.categoryName(held.category()) + "〔" + held.clause() + "〕")
                                    .collect(Collectors.joining("；")),
                            Column.reason(row.reason(), inForce));
                })
                .toList();
    }
}

package org.tongxing.register;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongxing.contract.ProblemCode;
import org.tongxing.coverage.State;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import org.tongxing.policy.AdoptedRules;
import org.tongxing.policy.Adoptions;
import org.tongxing.policy.RuleBooks;
import org.tongxing.problem.Refusal;
import org.tongxing.region.Divisions;

/** What is not done of a year's update: the villages with the reasons, then the children nobody has. */
@Component
@RequiredArgsConstructor
class RefreshBook {

    private static final List<Integer> VILLAGES = List.of(16, 14, 34, 12, 12, 34);
    private static final List<Column> CHILDREN = List.of(
            Column.NUMBER,
            Column.VILLAGE,
            Column.NAME,
            Column.SEX,
            Column.BIRTHDAY,
            Column.AGE,
            Column.CATEGORY,
            Column.CARER,
            Column.REASON);

    private final Refreshes refreshes;
    private final RegisterRows rows;
    private final Divisions divisions;
    private final RuleBooks books;
    private final Adoptions adoptions;

    /** Writes it and answers how many children it holds. */
    @Clause("JB-32")
    int write(Scope scope, int year, LocalDate on, Provenance provenance, RegisterBook.Steps steps, OutputStream out)
            throws IOException {
        Refreshes.RefreshSheet sheet = this.refreshes.of(scope, year, on);
        LocalDate due = sheet.due();
        if (due == null) {
            throw new Refusal(ProblemCode.NOT_FOUND);
        }
        LocalDate judged = on.isBefore(due) ? on : due;
        List<VillageRefresh> open = sheet.villages().stream()
                .filter(village -> village.state() == VillageRefresh.State.OPEN
                        || village.state() == VillageRefresh.State.MISSED
                        || village.state() == VillageRefresh.State.CAUGHT_UP)
                .toList();
        steps.total(open.stream().mapToInt(VillageRefresh::uncovered).sum());
        String place = this.divisions.get(scope.division()).name();
        AdoptedRules rules = this.adoptions.rules(scope.division(), judged);
        try (Paper paper = new Paper(provenance)) {
            villages(paper, sheet, due, place, open, rules);
            Column.Look look = new Column.Look(
                    provenance.named(),
                    judged,
                    open.stream().collect(Collectors.toMap(VillageRefresh::code, VillageRefresh::name)),
                    this.books::categoryName,
                    rules);
            int children = children(paper, scope, look, place, open, steps);
            paper.write(out);
            return children;
        }
    }

    private static void villages(
            Paper paper,
            Refreshes.RefreshSheet sheet,
            LocalDate due,
            String place,
            List<VillageRefresh> open,
            AdoptedRules rules) {
        boolean ahead = !sheet.on().isAfter(due);
        Paper.Page page = paper.page("没完成的村", VILLAGES)
                .title(place + " " + sheet.year() + " 年三月底更新没完成的村")
                .note("%s前要更新数量、结对完〔%s〕。截至 %s，%s %d 个村，还有 %d 个%s"
                        .formatted(
                                Words.day(due),
                                sheet.clause(),
                                Words.day(sheet.on()),
                                place,
                                sheet.villages().size(),
                                open.size(),
                                ahead ? "没完成" : "没按时完成"))
                .headings(List.of("村（社区）", "结果", "差在哪里", "应结对", "没有着落", "没有着落的原因"));
        open.forEach(village -> page.row(List.of(
                village.name(),
                Words.state(village.state()),
                Words.missing(village, due),
                village.eligible(),
                village.uncovered(),
                Arrays.stream(State.Reason.values())
                        .filter(village.reasons()::containsKey)
                        .map(reason -> Column.reason(reason, rules) + " "
                                + village.reasons().get(reason) + " 名")
                        .collect(Collectors.joining("；")))));
        page.signature();
    }

    private int children(
            Paper paper,
            Scope scope,
            Column.Look look,
            String place,
            List<VillageRefresh> open,
            RegisterBook.Steps steps) {
        Paper.Page page = paper.page(
                        "没有着落的孩子", CHILDREN.stream().map(Column::width).toList())
                .title(place + "没有着落的孩子")
                .note("截至 " + Words.day(look.day()))
                .headings(CHILDREN.stream().map(Column::label).toList());
        int number = 0;
        for (VillageRefresh village : open) {
            if (village.uncovered() == 0) {
                continue;
            }
            List<RegisterRow> alone =
                    this.rows.of(scope, new DivisionCode(village.code()), look.day()).values().stream()
                            .flatMap(List::stream)
                            .filter(row -> row.state().by() == State.By.NOBODY)
                            .toList();
            for (RegisterRow row : alone) {
                number++;
                List<@Nullable Object> values = new ArrayList<>();
                for (Column column : CHILDREN) {
                    values.add(column == Column.NUMBER ? Integer.valueOf(number) : column.value(row, look));
                }
                page.row(values);
            }
            steps.place(alone.stream().map(row -> row.child().id()).toList(), alone.size());
        }
        page.note("共 " + number + " 名").signature();
        return number;
    }
}

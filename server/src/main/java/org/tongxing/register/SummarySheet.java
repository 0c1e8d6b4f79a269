package org.tongxing.register;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tongxing.coverage.State;
import org.tongxing.coverage.Tally;
import org.tongxing.policy.AdoptedRules;
import org.tongxing.policy.RuleBooks;
import org.tongxing.region.Division;

/** The first sheet: the same children counted by part, by category and by reason. */
final class SummarySheet {

    private static final List<Integer> WIDTHS = List.of(24, 12, 12, 12, 12, 12, 16, 18);

    private final Division place;
    private final LocalDate day;
    private final RegisterForm form;
    private final RuleBooks books;
    private final AdoptedRules rules;
    private final Paper.Page page;
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, Tally> parts = new LinkedHashMap<>();
    private final Map<String, Tally> categories = new TreeMap<>();
    private final Tally all = new Tally();

    /** Takes the first place among the sheets at once, though it is written last. */
    SummarySheet(Division place, LocalDate day, RegisterForm form, RuleBooks books, AdoptedRules rules, Paper paper) {
        this.place = place;
        this.day = day;
        this.form = form;
        this.books = books;
        this.rules = rules;
        this.page = paper.page("汇总", WIDTHS);
    }

    void add(String part, String name, RegisterRow row) {
        this.names.put(part, name);
        this.parts.computeIfAbsent(part, one -> new Tally()).add(row.state());
        row.state()
                .categories()
                .forEach(category -> this.categories
                        .computeIfAbsent(category, one -> new Tally())
                        .add(row.state()));
        this.all.add(row.state());
    }

    int children() {
        return this.all.eligible();
    }

    void write(String basis) {
        this.page
                .title(this.place.name() + this.form.title() + "汇总")
                .note("截至 %s，应结对 %d 名，有着落 %d 名，没有着落 %d 名。"
                                .formatted(
                                        Words.day(this.day),
                                        this.all.eligible(),
                                        this.all.covered(),
                                        this.all.uncovered())
                        + basis)
                .headings(headings("地方"));
        this.parts.forEach((part, tally) -> counts(this.names.getOrDefault(part, part), tally));
        counts("合计", this.all);
        this.page.gap().note("按情形（一个孩子可能同时属于几类，加起来会多过合计）").headings(headings("情形"));
        this.categories.forEach((code, tally) ->
                counts(this.books.categoryName(code) + "〔" + this.books.categoryClause(code) + "〕", tally));
        if (this.all.uncovered() > 0) {
            this.page.gap().note("为什么没有着落").headings(List.of("原因", "名数", "依据"));
            Arrays.stream(State.Reason.values())
                    .filter(this.all.reasons()::containsKey)
                    .forEach(reason -> this.page.row(List.of(
                            Words.reason(reason),
                            this.all.reasons().getOrDefault(reason, 0),
                            reason.clause(this.rules))));
        }
        this.page.signature();
    }

    private static List<String> headings(String first) {
        return List.of(first, "应结对", "有着落", "爱心家庭", "部门包片", "没有着落", "八岁以上女孩", "其中没有女干部");
    }

    private void counts(String name, Tally tally) {
        this.page.row(List.of(
                name,
                tally.eligible(),
                tally.covered(),
                tally.byFamily(),
                tally.byAreaDuty(),
                tally.uncovered(),
                tally.girls(),
                tally.girlsWithout()));
    }
}

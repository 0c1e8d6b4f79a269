package org.tongxing.register;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongxing.coverage.Tally;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import org.tongxing.policy.AdoptedRules;
import org.tongxing.policy.Adoptions;
import org.tongxing.policy.RuleBooks;
import org.tongxing.region.Division;
import org.tongxing.region.Divisions;

/**
 * 结对帮扶儿童台账 as a workbook: a summary, then a sheet per part of the place — per village where the place is a town, as a
 * village hands it in — and in each the children category by category. At most three townships are in memory at a time.
 */
@Component
@RequiredArgsConstructor
class RegisterBook {

    private final RegisterMapper mapper;
    private final RegisterRows rows;
    private final Divisions divisions;
    private final RuleBooks books;
    private final Adoptions adoptions;
    private final Forms forms;

    /** Writes it and answers how many children it holds. */
    @Clause("JB-29")
    @Clause("JB-63")
    int write(Scope scope, LocalDate day, Provenance provenance, Steps steps, OutputStream out) throws IOException {
        Division place = this.divisions.get(scope.division());
        List<RegisterMapper.VillageRow> villages = this.mapper.villages(scope);
        steps.total(
                villages.stream().mapToInt(RegisterMapper.VillageRow::children).sum());
        RegisterForm form = this.forms.of(place.code());
        try (Ahead<Township, SortedMap<DivisionCode, List<RegisterRow>>> townships =
                        new Ahead<>(Township.of(villages), township -> this.rows.of(scope, township.place(), day));
                Paper paper = new Paper(provenance)) {
            AdoptedRules rules = this.adoptions.rules(place.code(), day);
            SummarySheet summary = new SummarySheet(place, day, form, this.books, rules, paper);
            Column.Look look =
                    new Column.Look(provenance.named(), day, names(villages, 0), this.books::categoryName, rules);
            Sheets sheets = new Sheets(
                    place,
                    form,
                    look,
                    paper,
                    summary,
                    names(villages, place.code().childLength()));
            townships.each((township, found) -> {
                found.forEach(sheets::village);
                steps.place(
                        found.values().stream()
                                .flatMap(List::stream)
                                .map(row -> row.child().id())
                                .toList(),
                        township.children());
            });
            summary.write(Words.basis(sheets.close()));
            paper.write(out);
            return summary.children();
        }
    }

    /** The clauses that ask for a register where the village is; none where no adopted book does. */
    private Set<String> basis(DivisionCode village, LocalDate day) {
        AdoptedRules rules = this.adoptions.rules(village, day);
        return Stream.of("pairingRegister", "everyChildHasAHelper", "pairingRegisterForm")
                .flatMap(subject -> rules.on(subject).stream())
                .map(clause -> clause.id().toString())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Map<String, String> names(List<RegisterMapper.VillageRow> villages, int length) {
        return this.divisions.names(villages.stream()
                .map(RegisterMapper.VillageRow::villageCode)
                .map(code -> length == 0 ? code : code.substring(0, length))
                .collect(Collectors.toSet()));
    }

    /** What goes on while a workbook is written. */
    interface Steps {

        /** How many children there are to look at. */
        void total(int children);

        /** A place is done: these children stand in the file, of so many that live there. */
        void place(List<Long> written, int looked);
    }

    /** The sheets of a workbook, one open at a time. */
    @RequiredArgsConstructor
    private final class Sheets {

        private final Division place;
        private final RegisterForm form;
        private final Column.Look look;
        private final Paper paper;
        private final SummarySheet summary;
        private final Map<String, String> names;
        private final Set<String> basis = new LinkedHashSet<>();
        private @Nullable Part open;

        void village(DivisionCode village, List<RegisterRow> found) {
            String code = village.value().substring(0, this.place.code().childLength());
            String name = this.names.getOrDefault(code, "");
            Part part = this.open;
            if (part == null || !part.code.equals(code)) {
                close();
                Set<String> clauses = basis(village, this.look.day());
                this.basis.addAll(clauses);
                part = new Part(code, name, this.place, this.form, this.look, this.paper, clauses);
                this.open = part;
            }
            part.village(found);
            found.forEach(row -> this.summary.add(code, name, row));
        }

        /** Ends the last sheet, and answers on which clauses all of them stand. */
        Set<String> close() {
            if (this.open != null) {
                this.open.close();
            }
            return this.basis;
        }
    }

    /** One sheet. */
    private final class Part {

        private final String code;
        private final boolean several;
        private final RegisterForm form;
        private final Column.Look look;
        private final Paper.Page page;
        private final Tally tally = new Tally();
        private int number;

        Part(
                String code,
                String name,
                Division place,
                RegisterForm form,
                Column.Look look,
                Paper paper,
                Set<String> basis) {
            this.code = code;
            this.several = new DivisionCode(code).level() != DivisionCode.Level.VILLAGE;
            this.form = form;
            this.look = look;
            this.page = paper.page(
                    name.isEmpty() ? code : name,
                    form.columns().stream()
                            .map(heading -> heading.column().width())
                            .toList());
            String above = place.code().value().equals(code) ? "" : place.name();
            this.page
                    .title(above + name + form.title())
                    .note("截至 " + Words.day(look.day()) + "。" + Words.basis(basis))
                    .headings(form.columns().stream()
                            .map(RegisterForm.FormHeading::label)
                            .toList());
        }

        void village(List<RegisterRow> found) {
            Map<String, List<RegisterRow>> bands = found.stream()
                    .collect(Collectors.groupingBy(RegisterRow::category, LinkedHashMap::new, Collectors.toList()));
            String village = this.several
                    ? this.look.villages().getOrDefault(found.get(0).child().villageCode(), "") + " · "
                    : "";
            int band = 0;
            for (Map.Entry<String, List<RegisterRow>> one : bands.entrySet()) {
                this.page.band(village + Words.numeral(++band) + "、"
                        + RegisterBook.this.books.categoryName(one.getKey()) + "〔"
                        + RegisterBook.this.books.categoryClause(one.getKey()) + "〕 "
                        + one.getValue().size() + " 名");
                one.getValue().forEach(this::row);
            }
            found.forEach(row -> this.tally.add(row.state()));
        }

        private void row(RegisterRow row) {
            this.number++;
            List<@Nullable Object> values = new ArrayList<>();
            for (RegisterForm.FormHeading heading : this.form.columns()) {
                values.add(
                        heading.column() == Column.NUMBER
                                ? Integer.valueOf(this.number)
                                : heading.column().value(row, this.look));
            }
            this.page.row(values);
        }

        void close() {
            this.page
                    .note("共 %d 名：爱心家庭 %d 名，部门包片 %d 名，没有着落 %d 名。"
                            .formatted(
                                    this.tally.eligible(),
                                    this.tally.byFamily(),
                                    this.tally.byAreaDuty(),
                                    this.tally.uncovered()))
                    .signature();
        }
    }
}

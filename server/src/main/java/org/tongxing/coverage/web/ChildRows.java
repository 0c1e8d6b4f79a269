package org.tongxing.coverage.web;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tongxing.child.Masks;
import org.tongxing.coverage.ChildList;
import org.tongxing.coverage.web.ChildViews.CategoryView;
import org.tongxing.coverage.web.ChildViews.ChildRow;
import org.tongxing.coverage.web.ChildViews.VillageView;
import org.tongxing.region.Divisions;

/** Writes children as masked rows. */
@Component
@RequiredArgsConstructor
class ChildRows {

    private final Divisions divisions;
    private final CategoryNames categories;

    List<ChildRow> of(List<ChildList.Row> rows, LocalDate day) {
        Map<String, String> villages = this.divisions.names(
                rows.stream().map(row -> row.village().value()).collect(Collectors.toSet()));
        return rows.stream().map(row -> row(row, villages, day)).toList();
    }

    private ChildRow row(ChildList.Row row, Map<String, String> villages, LocalDate day) {
        String village = row.village().value();
        return new ChildRow(
                row.id().value(),
                Masks.name(row.name()),
                row.sex(),
                Period.between(row.birthOn(), day).getYears(),
                new VillageView(village, villages.getOrDefault(village, "")),
                row.categories().stream()
                        .map(code -> new CategoryView(code, this.categories.name(code), this.categories.clause(code)))
                        .toList(),
                row.coveredBy(),
                row.reason(),
                row.cadreName(),
                row.formerCadreName(),
                row.siblings(),
                row.waitingDays());
    }
}

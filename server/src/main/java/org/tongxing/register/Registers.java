package org.tongxing.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.coverage.Coverage;
import org.tongxing.coverage.Tally;
import org.tongxing.kernel.Scope;
import org.tongxing.policy.RuleBooks;
import org.tongxing.region.Division;
import org.tongxing.region.Divisions;

/** Says what a register will hold before anybody makes one. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class Registers {

    private static final String ANY = "*";

    private final Coverage coverage;
    private final RegisterMapper mapper;
    private final RegisterRows rows;
    private final Divisions divisions;
    private final RuleBooks books;

    /** The sheets of a place's register on a day with their figures, and the same by category. */
    public RegisterOutline outline(Scope scope, LocalDate day) {
        Division place = this.divisions.get(scope.division());
        Map<String, Map<String, Tally>> counted =
                scope.unitId() == null ? fromCells(scope, day) : recounted(scope, day);
        Map<String, String> names = this.divisions.names(counted.keySet());
        Tally all = new Tally();
        Map<String, Tally> categories = new TreeMap<>();
        List<Figures.PlaceFigures> parts = new ArrayList<>();
        counted.forEach((code, tallies) -> tallies.forEach((category, tally) -> {
            if (!category.equals(ANY)) {
                sum(categories.computeIfAbsent(category, one -> new Tally()), tally);
            } else if (tally.eligible() > 0) {
                sum(all, tally);
                parts.add(new Figures.PlaceFigures(code, names.getOrDefault(code, code), Counts.of(tally)));
            }
        }));
        return new RegisterOutline(
                place.code().value(),
                place.name(),
                day,
                Counts.of(all),
                parts,
                categories.entrySet().stream()
                        .filter(entry -> entry.getValue().eligible() > 0)
                        .map(entry -> new Figures.CategoryFigures(
                                entry.getKey(),
                                this.books.categoryName(entry.getKey()),
                                this.books.categoryClause(entry.getKey()),
                                Counts.of(entry.getValue())))
                        .toList());
    }

    private Map<String, Map<String, Tally>> fromCells(Scope scope, LocalDate day) {
        Map<String, Map<String, Tally>> counted = new TreeMap<>();
        this.coverage.on(scope, day).forEach((code, tallies) -> counted.put(code.value(), tallies));
        return counted;
    }

    /** Cells know villages and not units, so the few children of a unit are counted one by one. */
    private Map<String, Map<String, Tally>> recounted(Scope scope, LocalDate day) {
        int length = scope.division().childLength();
        Map<String, Map<String, Tally>> counted = new TreeMap<>();
        List<RegisterMapper.VillageRow> villages = this.mapper.villages(scope);
        villages.forEach(
                village -> counted.computeIfAbsent(village.villageCode().substring(0, length), one -> new TreeMap<>()));
        for (Township township : Township.of(villages)) {
            this.rows.of(scope, township.place(), day).forEach((village, rows) -> {
                Map<String, Tally> tallies = counted.get(village.value().substring(0, length));
                rows.forEach(row -> count(tallies, row));
            });
        }
        return counted;
    }

    private static void count(Map<String, Tally> tallies, RegisterRow row) {
        tallies.computeIfAbsent(ANY, one -> new Tally()).add(row.state());
        row.state()
                .categories()
                .forEach(category ->
                        tallies.computeIfAbsent(category, one -> new Tally()).add(row.state()));
    }

    private static void sum(Tally into, Tally tally) {
        into.add(
                tally.eligible(),
                tally.byFamily(),
                tally.byAreaDuty(),
                tally.girls(),
                tally.girlsWithout(),
                tally.turningEight(),
                tally.reasons());
    }

    /**
     * What a register will hold.
     *
     * @param sheets one each for the next level down
     */
    public record RegisterOutline(
            String division,
            String divisionName,
            LocalDate on,
            Counts all,
            List<Figures.PlaceFigures> sheets,
            List<Figures.CategoryFigures> categories) {}
}

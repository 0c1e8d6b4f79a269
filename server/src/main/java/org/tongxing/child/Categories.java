package org.tongxing.child;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Keeps what the rules say of a child as dated intervals, derived again whenever a fact changes. */
@Component
@RequiredArgsConstructor
class Categories {

    private static final LocalDate EVER = LocalDate.of(9999, 12, 31);
    private static final int AWAY_MONTHS = 3;

    private final ChildMapper mapper;
    private final CategoryBook books;

    /** Derives the intervals of one child from its facts. */
    List<CategoryInterval> derive(long child, LocalDate birthOn) {
        this.mapper.clearCategories(child);
        List<CategoryDefinition.Truth> history = history(this.mapper.facts(child), birthOn);
        List<CategoryInterval> intervals = new ArrayList<>();
        for (CategoryDefinition category : this.books.categories()) {
            category.days(birthOn, history)
                    .forEach(days -> intervals.add(
                            new CategoryInterval(category.code(), category.clause(), days.from(), days.until())));
        }
        intervals.forEach(interval -> this.mapper.insertCategory(
                child, interval.category(), interval.clause(), interval.startsOn(), interval.endsOn()));
        return intervals;
    }

    Map<Long, List<CategoryInterval>> of(Collection<Long> children) {
        return children.isEmpty()
                ? Map.of()
                : this.mapper.categories(children).stream()
                        .collect(Collectors.groupingBy(
                                ChildMapper.CategoryRow::childId,
                                Collectors.mapping(
                                        row -> new CategoryInterval(
                                                row.category(), row.clause(), row.startsOn(), row.endsOn()),
                                        Collectors.toList())));
    }

    /** Facts as truths; somebody who works away is away for three months only three months later [JB-17]. */
    private static List<CategoryDefinition.Truth> history(List<ChildMapper.FactRow> facts, LocalDate birthOn) {
        List<CategoryDefinition.Truth> history = new ArrayList<>();
        for (ChildMapper.FactRow fact : facts) {
            LocalDate from = fact.sinceOn() == null || fact.sinceOn().isBefore(birthOn) ? birthOn : fact.sinceOn();
            LocalDate until = fact.untilOn() == null ? EVER : fact.untilOn();
            history.add(new CategoryDefinition.Truth(fact.kind() + " " + fact.content(), from, until));
            if (fact.content().equals("WORKING_AWAY")) {
                LocalDate away =
                        fact.sinceOn() == null ? birthOn : fact.sinceOn().plusMonths(AWAY_MONTHS);
                if (away.isBefore(until)) {
                    history.add(new CategoryDefinition.Truth(
                            fact.kind() + " AWAY_" + AWAY_MONTHS + "_MONTHS",
                            away.isBefore(birthOn) ? birthOn : away,
                            until));
                }
            }
        }
        return history;
    }
}

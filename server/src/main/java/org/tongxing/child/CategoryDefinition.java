package org.tongxing.child;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A pairing category as a rule book defines it.
 *
 * @param ageBelow the age in full years that ends it, on the birthday itself
 */
record CategoryDefinition(String code, String clause, String name, int ageBelow, Condition when) {

    /** The days {@code [from, until)} on which a child with this history is in the category. */
    List<Days> days(LocalDate birthOn, List<Truth> history) {
        LocalDate end = birthOn.plusYears(this.ageBelow);
        TreeSet<LocalDate> turns = new TreeSet<>(Set.of(birthOn));
        history.forEach(truth -> {
            turns.add(truth.from());
            turns.add(truth.until());
        });
        List<LocalDate> starts = new ArrayList<>(turns.subSet(birthOn, end));
        List<Days> days = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            LocalDate from = starts.get(i);
            LocalDate until = i + 1 < starts.size() ? starts.get(i + 1) : end;
            if (!this.when.holds(on(history, from))) {
                continue;
            }
            Days last = days.isEmpty() ? null : days.get(days.size() - 1);
            if (last != null && last.until().equals(from)) {
                days.set(days.size() - 1, new Days(last.from(), until));
            } else {
                days.add(new Days(from, until));
            }
        }
        return days;
    }

    private static Set<String> on(List<Truth> history, LocalDate day) {
        return history.stream()
                .filter(truth -> !day.isBefore(truth.from()) && day.isBefore(truth.until()))
                .map(Truth::text)
                .collect(Collectors.toSet());
    }

    /** Something that is true of a child on the days {@code [from, until)}, such as {@code FATHER DEAD}. */
    record Truth(String text, LocalDate from, LocalDate until) {}

    /** The days {@code [from, until)}. */
    record Days(LocalDate from, LocalDate until) {}
}

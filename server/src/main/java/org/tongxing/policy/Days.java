package org.tongxing.policy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** A set of days, as the fewest half-open stretches that hold them, in order. */
public record Days(List<Period> stretches) {

    public static final Days NONE = new Days(List.of());

    public static Days of(Collection<Period> stretches) {
        List<Period> joined = new ArrayList<>();
        stretches.stream()
                .filter(one -> one.from().isBefore(one.to()))
                .sorted(Comparator.comparing(Period::from))
                .forEach(one -> {
                    Period last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
                    if (last == null || last.to().isBefore(one.from())) {
                        joined.add(one);
                    } else if (one.to().isAfter(last.to())) {
                        joined.set(joined.size() - 1, new Period(last.from(), one.to()));
                    }
                });
        return new Days(List.copyOf(joined));
    }

    public static Days of(LocalDate from, LocalDate to) {
        return from.isBefore(to) ? new Days(List.of(new Period(from, to))) : NONE;
    }

    public boolean isEmpty() {
        return this.stretches.isEmpty();
    }

    public boolean contains(LocalDate day) {
        return this.stretches.stream().anyMatch(one -> one.contains(day));
    }

    public Days and(Days other) {
        List<Period> common = new ArrayList<>();
        for (Period one : this.stretches) {
            for (Period two : other.stretches) {
                LocalDate from = one.from().isAfter(two.from()) ? one.from() : two.from();
                LocalDate to = one.to().isBefore(two.to()) ? one.to() : two.to();
                if (from.isBefore(to)) {
                    common.add(new Period(from, to));
                }
            }
        }
        return Days.of(common);
    }

    public Days or(Days other) {
        List<Period> all = new ArrayList<>(this.stretches);
        all.addAll(other.stretches);
        return Days.of(all);
    }

    public Days without(Days other) {
        List<Period> left = new ArrayList<>();
        for (Period one : this.stretches) {
            LocalDate from = one.from();
            for (Period gone : other.stretches) {
                if (gone.from().isBefore(one.to()) && gone.to().isAfter(from)) {
                    if (gone.from().isAfter(from)) {
                        left.add(new Period(from, gone.from()));
                    }
                    from = gone.to();
                }
            }
            if (from.isBefore(one.to())) {
                left.add(new Period(from, one.to()));
            }
        }
        return Days.of(left);
    }

    /** How many of these days lie in {@code [from, until)}. */
    public long within(LocalDate from, LocalDate until) {
        return and(of(from, until)).stretches.stream()
                .mapToLong(one -> one.from().until(one.to(), ChronoUnit.DAYS))
                .sum();
    }
}

package org.tongxing.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.Sex;

/** What is known of a child, each fact with the days on which it is true. Names and numbers have no place here. */
public record ChildFacts(LocalDate birthOn, Sex sex, List<Dated<Fact>> facts) {

    public ChildFacts {
        facts = List.copyOf(facts);
    }

    public static ChildFacts of(LocalDate birthOn, Sex sex) {
        return new ChildFacts(birthOn, sex, List.of());
    }

    /** The same child with one more fact, true on {@code [from, to)}; null means since birth, or still. */
    public ChildFacts with(Fact fact, @Nullable LocalDate from, @Nullable LocalDate to) {
        List<Dated<Fact>> more = new ArrayList<>(this.facts);
        more.add(new Dated<>(fact, Period.of(from, to)));
        return new ChildFacts(this.birthOn, this.sex, more);
    }

    public ChildFacts with(Fact fact) {
        return with(fact, null, null);
    }

    boolean has(Fact fact, LocalDate day) {
        return this.facts.stream()
                .anyMatch(dated -> dated.holdsOn(day) && dated.value().equals(fact));
    }

    <F extends Fact> Stream<F> on(LocalDate day, Class<F> type) {
        return this.facts.stream()
                .filter(dated -> dated.holdsOn(day))
                .map(Dated::value)
                .filter(type::isInstance)
                .map(type::cast);
    }

    /** The days on which some fact begins or ends to be true; between two of them all facts stay the same. */
    NavigableSet<LocalDate> boundaries() {
        NavigableSet<LocalDate> days = new TreeSet<>();
        for (Dated<Fact> dated : this.facts) {
            add(days, dated.period());
            if (dated.value() instanceof Fact.ParentSituation situation) {
                situation.shortReturns().forEach(period -> add(days, period));
            }
        }
        return days;
    }

    private static void add(NavigableSet<LocalDate> days, Period period) {
        days.add(period.from());
        days.add(period.to());
    }
}

package org.tongxing.policy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Predicate;
import org.tongxing.kernel.Sex;

/** What is known of a child, and since when we know it: a person who lowers a tier has weighed what was known then. */
public record RiskFacts(LocalDate birthOn, Sex sex, List<Known> known) {

    public RiskFacts {
        known = List.copyOf(known);
    }

    public ChildFacts all() {
        return those(one -> true);
    }

    ChildFacts knownAt(LocalDateTime at) {
        return those(one -> !one.recordedAt().isAfter(at));
    }

    ChildFacts learnedAfter(LocalDateTime at) {
        return those(one -> one.recordedAt().isAfter(at));
    }

    private ChildFacts those(Predicate<Known> wanted) {
        return new ChildFacts(
                this.birthOn,
                this.sex,
                this.known.stream().filter(wanted).map(Known::fact).toList());
    }

    /** A fact and the moment somebody recorded it. */
    public record Known(Dated<Fact> fact, LocalDateTime recordedAt) {}
}

package org.tongxing.policy;

import java.time.LocalDate;
import java.util.List;
import org.tongxing.kernel.ClauseId;

/** In a category by the same clauses on the days {@code [startsOn, endsOn)}; by other clauses, another interval. */
public record CategoryInterval(String category, List<ClauseId> clauses, LocalDate startsOn, LocalDate endsOn) {

    /** The clause to name if there is room for one: the one that defines the category. */
    public ClauseId clause() {
        return this.clauses.get(0);
    }

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(this.startsOn) && day.isBefore(this.endsOn);
    }

    boolean continues(CategoryInterval earlier) {
        return this.category.equals(earlier.category)
                && this.clauses.equals(earlier.clauses)
                && this.startsOn.equals(earlier.endsOn);
    }
}

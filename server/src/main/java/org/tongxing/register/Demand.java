package org.tongxing.register;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.policy.Adoptions;
import org.tongxing.policy.RuleClause;

/**
 * What a clause asks of a township by certain days of a year.
 *
 * @param days the days, the first first
 */
record Demand(String clause, List<LocalDate> days) {

    /** The yearly update and pairing, in the words of the rule books [JB-32]. */
    static final String REFRESH = "TOWNSHIP.YEARLY_PAIRING";

    /** The result of every quarter [JB-62]. */
    static final String QUARTER = "TOWNSHIP.QUARTERLY_REPORT";

    /** Empty where no adopted book asks for it in that year. */
    static Optional<Demand> of(Adoptions adoptions, DivisionCode place, String subject, int year) {
        return adoptions
                .rules(place, LocalDate.of(year, 12, 31))
                .on(subject)
                .map(clause -> new Demand(clause.id().toString(), days(clause, year)));
    }

    /** The day before this one, in the year before for the first. */
    LocalDate before(int index) {
        return index > 0
                ? this.days.get(index - 1)
                : this.days.get(this.days.size() - 1).minusYears(1);
    }

    private static List<LocalDate> days(RuleClause clause, int year) {
        int day = clause.parameters().number("day");
        return clause.parameters().texts("months").stream()
                .map(Integer::valueOf)
                .sorted()
                .map(month -> YearMonth.of(year, month))
                .map(month -> month.atDay(Math.min(day, month.lengthOfMonth())))
                .toList();
    }

    /** Whether it was asked for on one of its days: a document does not reach back. */
    static boolean inForce(Adoptions adoptions, DivisionCode place, String subject, LocalDate day) {
        return adoptions.rules(place, day).on(subject).isPresent();
    }
}

package org.tongxing.obligation;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.Clause;
import org.tongxing.policy.Occasion;
import org.tongxing.policy.Period;

/**
 * When the occasions of a child are.
 *
 * @param around on how many days before and after a single day going there still counts; a local setting
 * @param vacations the school vacations of the place, by kind and year
 */
@Clause("JB-51")
record OccasionDays(LocalDate birthOn, int around, BiFunction<Vacation, Integer, Period> vacations) {

    /** The windows of these occasions in the years from one to another, in the order of their ends. */
    List<Cut> cuts(Collection<Occasion> occasions, int firstYear, int lastYear) {
        List<Cut> cuts = new ArrayList<>();
        for (int year = firstYear; year <= lastYear; year++) {
            for (Occasion occasion : occasions) {
                Period days = days(occasion, year);
                if (days != null) {
                    cuts.add(new Cut(days.from(), days.to(), occasion));
                }
            }
        }
        cuts.sort(Comparator.comparing(Cut::until).thenComparing(Cut::from));
        return cuts;
    }

    private @Nullable Period days(Occasion occasion, int year) {
        return switch (occasion) {
            case SPRING_FESTIVAL -> SpringFestival.in(year).map(this::around).orElse(null);
            case CHILDRENS_DAY -> around(LocalDate.of(year, Month.JUNE, 1));
            // Whoever was born on 29 February has the birthday on the last day of February, as the rule books count
            // age.
            case BIRTHDAY -> year > this.birthOn.getYear() ? around(this.birthOn.withYear(year)) : null;
            case WINTER_VACATION -> this.vacations.apply(Vacation.WINTER, year);
            case SUMMER_VACATION -> this.vacations.apply(Vacation.SUMMER, year);
            case WINTER_CAMPAIGN -> {
                Period vacation = this.vacations.apply(Vacation.WINTER, year);
                yield SpringFestival.in(year)
                        .map(this::around)
                        .map(festival -> hull(festival, vacation))
                        .orElse(vacation);
            }
        };
    }

    private Period around(LocalDate day) {
        return new Period(day.minusDays(this.around), day.plusDays(this.around + 1L));
    }

    private static Period hull(Period one, Period two) {
        return new Period(
                one.from().isBefore(two.from()) ? one.from() : two.from(),
                one.to().isAfter(two.to()) ? one.to() : two.to());
    }
}

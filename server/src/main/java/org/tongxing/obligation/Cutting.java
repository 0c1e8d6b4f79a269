package org.tongxing.obligation;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.tongxing.policy.Rhythm;

/** Cuts the calendar into the windows of a rhythm: weeks from Monday, months and their multiples from January. */
final class Cutting {

    private Cutting() {}

    /** Every window of the rhythm that has a day in {@code [from, until)}, in order. */
    static List<Cut> of(Rhythm rhythm, LocalDate from, LocalDate until) {
        List<Cut> cuts = new ArrayList<>();
        LocalDate start = containing(rhythm, from).from();
        while (start.isBefore(until)) {
            LocalDate next = next(rhythm, start);
            cuts.add(new Cut(start, next, null));
            start = next;
        }
        return cuts;
    }

    /** The window of the rhythm that a day belongs to. */
    static Cut containing(Rhythm rhythm, LocalDate day) {
        LocalDate start = switch (rhythm) {
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case TWO_MONTHS -> firstOf(day, 2);
            case QUARTER -> firstOf(day, 3);
            case YEAR -> day.withDayOfYear(1);
            case AT_ONCE, OCCASION -> day;
        };
        return new Cut(start, next(rhythm, start), null);
    }

    private static LocalDate firstOf(LocalDate day, int months) {
        return LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / months * months + 1, 1);
    }

    private static LocalDate next(Rhythm rhythm, LocalDate start) {
        return switch (rhythm) {
            case WEEK -> start.plusWeeks(1);
            case MONTH -> start.plusMonths(1);
            case TWO_MONTHS -> start.plusMonths(2);
            case QUARTER -> start.plusMonths(3);
            case YEAR -> start.plusYears(1);
            case AT_ONCE, OCCASION -> start.plusDays(1);
        };
    }
}

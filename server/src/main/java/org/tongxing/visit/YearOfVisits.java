package org.tongxing.visit;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.tongxing.contract.HomeEndpoint.Window;
import org.tongxing.contract.HomeEndpoint.WindowState;
import org.tongxing.kernel.Clause;

/** 每年巡查走访应不少于6次: six two-month windows of the calendar year, derived from the visits, never stored. */
@Clause("JB-41")
final class YearOfVisits {

    private static final int WINDOWS = 6;
    private static final int MONTHS = 2;
    private static final int FEWEST_DAYS = 30;

    private YearOfVisits() {}

    /**
     * @param pairedOn a pairing owes the windows that begin after it, and the one it begins in if 30 days of it remain
     */
    static List<Window> windows(LocalDate today, LocalDate pairedOn, List<LocalDate> visits) {
        List<Window> windows = new ArrayList<>();
        for (int i = 0; i < WINDOWS; i++) {
            LocalDate from = LocalDate.of(today.getYear(), 1 + i * MONTHS, 1);
            LocalDate until = from.plusMonths(MONTHS);
            windows.add(new Window(from, until, state(today, pairedOn, visits, from, until)));
        }
        return windows;
    }

    private static WindowState state(
            LocalDate today, LocalDate pairedOn, List<LocalDate> visits, LocalDate from, LocalDate until) {
        if (visits.stream().anyMatch(day -> !day.isBefore(from) && day.isBefore(until))) {
            return WindowState.MET;
        }
        LocalDate owedFrom = pairedOn.isAfter(from) ? pairedOn : from;
        if (owedFrom.isAfter(from) && ChronoUnit.DAYS.between(owedFrom, until) < FEWEST_DAYS) {
            return WindowState.NOT_OWED;
        }
        if (today.isBefore(from)) {
            return WindowState.AHEAD;
        }
        return today.isBefore(until) ? WindowState.DUE : WindowState.OVERDUE;
    }
}

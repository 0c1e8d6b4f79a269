package org.tongxing.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongxing.contract.HomeEndpoint.WindowState.AHEAD;
import static org.tongxing.contract.HomeEndpoint.WindowState.DUE;
import static org.tongxing.contract.HomeEndpoint.WindowState.MET;
import static org.tongxing.contract.HomeEndpoint.WindowState.NOT_OWED;
import static org.tongxing.contract.HomeEndpoint.WindowState.OVERDUE;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongxing.contract.HomeEndpoint.Window;
import org.tongxing.kernel.Clause;

@Clause("JB-41")
class YearOfVisitsTests {

    @Test
    void owesSixTwoMonthWindowsAYear() {
        assertThat(YearOfVisits.windows(
                        LocalDate.of(2026, 5, 10), LocalDate.of(2025, 1, 1), List.of(LocalDate.of(2026, 2, 28))))
                .extracting(Window::state)
                .containsExactly(MET, OVERDUE, DUE, AHEAD, AHEAD, AHEAD);
    }

    @Test
    void owesTheWindowItBeginsInOnlyIfThirtyDaysRemain() {
        assertThat(YearOfVisits.windows(LocalDate.of(2026, 4, 20), LocalDate.of(2026, 4, 2), List.of()))
                .extracting(Window::state)
                .startsWith(NOT_OWED, NOT_OWED, AHEAD);
        assertThat(YearOfVisits.windows(LocalDate.of(2026, 4, 20), LocalDate.of(2026, 4, 1), List.of()))
                .extracting(Window::state)
                .startsWith(NOT_OWED, DUE, AHEAD);
    }
}

package org.tongxing.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTests {

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T20:59:59.999, 2026-11-23T20:59:59.999",
        "2026-11-23T21:00:00,     2026-11-24T08:00:00",
        "2026-11-23T23:59:59,     2026-11-24T08:00:00",
        "2026-11-24T00:00:00,     2026-11-24T08:00:00",
        "2026-11-24T07:59:59,     2026-11-24T08:00:00",
        "2026-11-24T08:00:00,     2026-11-24T08:00:00",
        "2026-12-31T22:00:00,     2027-01-01T08:00:00",
    })
    void putsOffUntilTheMorning(LocalDateTime at, LocalDateTime sent) {
        assertThat(new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0)).next(at))
                .isEqualTo(sent);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T12:30:00, 2026-11-23T14:00:00",
        "2026-11-23T11:59:00, 2026-11-23T11:59:00",
        "2026-11-23T14:00:00, 2026-11-23T14:00:00",
    })
    void knowsHoursWithinADay(LocalDateTime at, LocalDateTime sent) {
        assertThat(new QuietHours(LocalTime.of(12, 0), LocalTime.of(14, 0)).next(at))
                .isEqualTo(sent);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-23T00:00:00", "2026-11-23T08:00:00", "2026-11-23T23:00:00"})
    void disturbsAtAnyHourWhereAPlaceKnowsNoQuiet(LocalDateTime at) {
        assertThat(new QuietHours(LocalTime.of(8, 0), LocalTime.of(8, 0)).next(at))
                .isEqualTo(at);
    }
}

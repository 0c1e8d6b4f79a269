package org.tongxing.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongxing.kernel.Clause;

@Clause("JB-51")
class SpringFestivalTests {

    private static final double SHANGHAI = 8 / 24.0;
    private static final double CLOCK_AHEAD_OF_EARTH = 75 / 86_400.0;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2020-01-25", "2021-02-12", "2022-02-01", "2023-01-22", "2024-02-10", "2025-01-29", "2026-02-17",
                "2027-02-06", "2028-01-26", "2029-02-13", "2030-02-03", "2033-01-31", "2034-02-19", "2050-01-23"
            })
    void isTheDayTheObservatoriesPublish(String day) {
        LocalDate festival = LocalDate.parse(day);
        assertThat(SpringFestival.in(festival.getYear())).contains(festival);
    }

    /** The first month begins with the new moon, which in these years is the first one on or after 21 January. */
    @Test
    void isTheDayOfTheNewMoonInEveryYearOfTheTable() {
        for (int year = 2015; year <= 2060; year++) {
            LocalDate earliest = LocalDate.of(year, 1, 21);
            long moon = Math.round((year - 2000) * 12.3685) - 1;
            while (newMoon(moon).isBefore(earliest)) {
                moon++;
            }
            assertThat(SpringFestival.in(year)).as("%s", year).contains(newMoon(moon));
        }
    }

    @Test
    void isUnknownOutsideTheTable() {
        assertThat(SpringFestival.in(2014)).isEmpty();
        assertThat(SpringFestival.in(2061)).isEmpty();
        assertThat(Vacation.WINTER.usual(2061).from()).isEqualTo(LocalDate.of(2061, 1, 22));
    }

    @Test
    void reachesFarEnoughAhead() {
        assertThat(SpringFestival.in(LocalDate.now().getYear() + 10)).isPresent();
    }

    /** The day in Shanghai of a new moon, by J. Meeus, Astronomical Algorithms, chapter 49; good to a minute. */
    private static LocalDate newMoon(long k) {
        double t = k / 1236.85;
        double e = 1 - 0.002516 * t - 0.0000074 * t * t;
        double sun = Math.toRadians(2.5534 + 29.10535670 * k - 0.0000014 * t * t);
        double moon = Math.toRadians(201.5643 + 385.81693528 * k + 0.0107582 * t * t);
        double node = Math.toRadians(160.7108 + 390.67050284 * k - 0.0016118 * t * t);
        double omega = Math.toRadians(124.7746 - 1.56375588 * k + 0.0020672 * t * t);
        double day = 2451550.09766 + 29.530588861 * k + 0.00015437 * t * t;
        day += -0.40720 * Math.sin(moon)
                + 0.17241 * e * Math.sin(sun)
                + 0.01608 * Math.sin(2 * moon)
                + 0.01039 * Math.sin(2 * node)
                + 0.00739 * e * Math.sin(moon - sun)
                - 0.00514 * e * Math.sin(moon + sun)
                + 0.00208 * e * e * Math.sin(2 * sun)
                - 0.00111 * Math.sin(moon - 2 * node)
                - 0.00057 * Math.sin(moon + 2 * node)
                + 0.00056 * e * Math.sin(2 * moon + sun)
                - 0.00042 * Math.sin(3 * moon)
                + 0.00042 * e * Math.sin(sun + 2 * node)
                + 0.00038 * e * Math.sin(sun - 2 * node)
                - 0.00024 * e * Math.sin(2 * moon - sun)
                - 0.00017 * Math.sin(omega);
        for (double[] planet : PLANETS) {
            day += planet[2] * Math.sin(Math.toRadians(planet[0] + planet[1] * k));
        }
        double shanghai = day - CLOCK_AHEAD_OF_EARTH + SHANGHAI;
        return LocalDate.of(2000, 1, 1).plusDays((long) Math.floor(shanghai - 2451544.5));
    }

    private static final List<double[]> PLANETS = List.of(
            new double[] {299.77, 0.107408, 0.000325},
            new double[] {251.88, 0.016321, 0.000165},
            new double[] {251.83, 26.651886, 0.000164},
            new double[] {349.42, 36.412478, 0.000126},
            new double[] {84.66, 18.206239, 0.000110},
            new double[] {141.74, 53.303771, 0.000062},
            new double[] {207.14, 2.453732, 0.000060},
            new double[] {154.84, 7.306860, 0.000056},
            new double[] {34.52, 27.261239, 0.000047},
            new double[] {207.19, 0.121824, 0.000042},
            new double[] {291.34, 1.844379, 0.000040});
}

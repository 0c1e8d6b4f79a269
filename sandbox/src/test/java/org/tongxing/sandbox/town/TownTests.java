package org.tongxing.sandbox.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongxing.sandbox.SamplePerson;

class TownTests {

    private static final List<Integer> MONTHS =
            IntStream.range(0, YearOfGaps.MONTHS - 1).boxed().toList();

    /** Every season, a leap day, the yearly deadline and the days around it, both ends of a year. */
    static Stream<LocalDate> days() {
        return Stream.concat(
                Stream.of("2027-03-31", "2027-04-01", "2028-02-29", "2027-12-31", "2027-01-01")
                        .map(LocalDate::parse),
                Stream.iterate(LocalDate.of(2026, 6, 3), day -> day.plusDays(19))
                        .limit(25));
    }

    @Test
    void isTheSameForTheSameDay() {
        LocalDate day = LocalDate.of(2026, 11, 22);
        assertThat(print(Town.all(day))).isEqualTo(print(Town.all(day)));
    }

    @ParameterizedTest
    @MethodSource("days")
    void hasItsPeopleAndGapsOnAnyDay(LocalDate day) {
        Town town = Town.all(day).get(0);
        assertThat(town.families()).hasSize(town.township().families());
        assertThat(town.kids().filter(kid -> kid.owedOn(day)))
                .hasSize(town.township().villages().stream()
                        .mapToInt(Village::eligible)
                        .sum());
        assertThat(town.gap(day)).isEqualTo(25);
        assertThat(town.township().villages())
                .allSatisfy(village -> assertThat(gap(town, village, day))
                        .as(village.name())
                        .isEqualTo(village.scenes().stream()
                                .filter(Scene::uncovered)
                                .mapToInt(Scene::eligible)
                                .sum()));
    }

    @ParameterizedTest
    @MethodSource("days")
    void tellsOfAYearWhoseGapFallsBeforeTheDeadlineAndRisesAgain(LocalDate day) {
        Town town = Town.all(day).get(0);
        YearOfGaps year = new YearOfGaps(day, 25);
        List<Integer> gaps =
                MONTHS.stream().map(month -> town.gap(year.end(month))).toList();
        assertThat(MONTHS).allSatisfy(month -> assertThat(gaps.get(month)).isCloseTo(year.gap(month), within(6)));
        int march = year.march();
        if (march > 0) {
            assertThat(gaps.get(march)).isLessThan(gaps.get(march - 1) - 10);
        }
    }

    @ParameterizedTest
    @MethodSource("days")
    void keepsTheOrderOfDays(LocalDate day) {
        assertThat(Town.all(day)).allSatisfy(town -> {
            assertThat(town.kids())
                    .allSatisfy(
                            kid -> assertThat(kid.registered).isAfter(kid.birth).isBeforeOrEqualTo(day));
            assertThat(town.bonds().filter(bond -> !bond.asked)).allSatisfy(bond -> {
                assertThat(bond.from)
                        .isAfterOrEqualTo(bond.kid.registered)
                        .isAfterOrEqualTo(bond.family.joined)
                        .isBeforeOrEqualTo(day);
                assertThat(bond.until == null || bond.until.isAfter(bond.from)).isTrue();
            });
            assertThat(town.households())
                    .filteredOn(home -> home.situation == Situation.LEFT_BEHIND && home.awaySince != null)
                    .isNotEmpty()
                    .allSatisfy(home -> assertThat(home.awaySince)
                            .isBefore(home.kids.get(0).registered.minusMonths(3)));
        });
    }

    @ParameterizedTest
    @MethodSource("days")
    void overloadsOnlyTheFamilyWhoseCapacityWasLowered(LocalDate day) {
        Town town = Town.all(day).get(0);
        assertThat(town.families())
                .allSatisfy(family -> assertThat(family.load()).isLessThanOrEqualTo(family.capacity));
        assertThat(town.families().stream().filter(family -> family.lowered != null))
                .hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("days")
    void givesThePeopleWithPhonesTheirChildren(LocalDate day) {
        Town town = Town.all(day).get(0);
        Function<SamplePerson, Family> family = person -> town.families().stream()
                .filter(one -> one.phone.equals(person.phone()))
                .findFirst()
                .orElseThrow();
        assertThat(family.apply(SamplePerson.CADRE).load()).isEqualTo(2);
        assertThat(family.apply(SamplePerson.CADRE_BEHIND).load()).isEqualTo(1);
        assertThat(family.apply(SamplePerson.NEWCOMER).load()).isEqualTo(1);
        assertThat(new Rounds(day).of(List.of(family.apply(SamplePerson.CADRE))))
                .hasSizeGreaterThanOrEqualTo(5);
    }

    @ParameterizedTest
    @MethodSource("days")
    void letsAFewFamiliesMissTheirLastVisit(LocalDate day) {
        Town town = Town.all(day).get(0);
        LocalDate present = LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 2 * 2 + 1, 1);
        LocalDate before = present.minusMonths(2);
        List<Rounds.Visit> visits = new Rounds(day).of(town.families());
        assertThat(town.kids()
                        .filter(kid -> kid.current() != null)
                        .map(Kid::current)
                        .filter(bond -> bond.from.isBefore(before))
                        .filter(bond -> visits.stream()
                                .noneMatch(visit -> visit.kids().contains(bond.kid)
                                        && !visit.on().isBefore(before)
                                        && visit.on().isBefore(present)))
                        .map(bond -> bond.family.phone)
                        .distinct())
                .hasSizeBetween(7, 8)
                .contains(SamplePerson.CADRE_BEHIND.phone());
    }

    private static int gap(Town town, Village village, LocalDate on) {
        return (int) town.kids()
                .filter(kid -> kid.home.village.equals(village))
                .filter(kid -> kid.uncoveredOn(on, town.duties()))
                .count();
    }

    private static List<String> print(List<Town> towns) {
        return towns.stream()
                .flatMap(Town::kids)
                .map(kid -> kid.name
                        + kid.idNumber
                        + kid.registered
                        + kid.bonds.stream()
                                .map(bond -> bond.family.cadre + bond.from + bond.until)
                                .toList())
                .toList();
    }

    private static org.assertj.core.data.Offset<Integer> within(int few) {
        return org.assertj.core.data.Offset.offset(few);
    }
}

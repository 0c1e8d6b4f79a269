package org.tongxing.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tongxing.child.Resident;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.ClauseId;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.FamilyId;
import org.tongxing.kernel.PairingId;
import org.tongxing.kernel.Sex;
import org.tongxing.pairing.Episode;
import org.tongxing.policy.Adoptions;
import org.tongxing.policy.CategoryInterval;
import org.tongxing.policy.RuleBooks;

/** What one walk over the days finds equals a recount from scratch on any day. */
class VillageSeriesProperties {

    private static final DivisionCode VILLAGE = new DivisionCode("511304114205");
    private static final VillageRules RULES =
            VillageRules.of(Adoptions.byJurisdiction(RuleBooks.read("GD", "JB", "LAW")), VILLAGE);
    private static final LocalDate FIRST = LocalDate.of(2023, 6, 1);
    private static final int DAYS = 900;

    @Property(tries = 60)
    @Clause("JB-33")
    void equalsARecountOnAnyDay(@ForAll("villages") List<ChildTimeline> children) {
        List<VillageSeries.Cell> cells = VillageSeries.of(
                children.stream().flatMap(child -> child.periods().stream()).toList());
        for (int day = 0; day < DAYS; day += 7) {
            LocalDate on = FIRST.plusDays(day);
            Map<String, Tally> recounted = VillageSeries.on(children, on);
            assertThat(on(cells, on)).as(on.toString()).isEqualTo(recounted);
        }
    }

    @Property(tries = 60)
    @Clause("JB-33")
    void saysOfEachChildOnAnyDayWhatIsSaidFromScratch(@ForAll("villages") List<ChildTimeline> children) {
        for (ChildTimeline child : children) {
            List<StandingPeriod> periods = child.periods();
            for (int day = 0; day < DAYS; day += 7) {
                LocalDate on = FIRST.plusDays(day);
                List<State> kept = periods.stream()
                        .filter(period -> !on.isBefore(period.startsOn()) && on.isBefore(period.endsOn()))
                        .map(StandingPeriod::state)
                        .toList();
                State state = child.on(on);
                assertThat(kept).as(on.toString()).isEqualTo(state.eligible() ? List.of(state) : List.of());
            }
        }
    }

    private static Map<String, Tally> on(List<VillageSeries.Cell> cells, LocalDate day) {
        Map<String, Tally> tallies = new TreeMap<>();
        cells.stream()
                .filter(cell -> !day.isBefore(cell.startsOn()) && day.isBefore(cell.endsOn()))
                .forEach(cell -> assertThat(tallies.put(cell.category(), cell.tally()))
                        .as("one cell a day")
                        .isNull());
        return tallies;
    }

    @Provide
    Arbitrary<List<ChildTimeline>> villages() {
        Arbitrary<Integer> days = Arbitraries.integers().between(0, DAYS);
        Arbitrary<Integer> lengths = Arbitraries.integers().between(1, 400);
        Arbitrary<Integer> born = Arbitraries.integers().between(5 * 365, 10 * 365);
        Arbitrary<String> categories = Arbitraries.of("1", "2", "4", "6");
        return Combinators.combine(days, born, Arbitraries.of(Sex.class), categories, days, lengths, days, lengths)
                .as(VillageSeriesProperties::child)
                .list()
                .ofMaxSize(12);
    }

    private static ChildTimeline child(
            int registered, int born, Sex sex, String category, int from, int length, int pairedFrom, int paired) {
        LocalDate start = FIRST.plusDays(from);
        LocalDate pairing = FIRST.plusDays(pairedFrom);
        Resident child = new Resident(
                new ChildId(1),
                "孟若曦",
                sex,
                FIRST.minusDays(born),
                VILLAGE,
                1,
                FIRST.plusDays(registered),
                null,
                List.of(new CategoryInterval(category, List.of(ClauseId.of("JB-06")), start, start.plusDays(length))));
        Episode episode = new Episode(
                new PairingId(1),
                child.id(),
                new FamilyId(1),
                "骆远舟",
                Sex.MALE,
                pairing,
                pairing.plusDays(paired),
                null);
        return new ChildTimeline(child, List.of(episode), List.of(), RULES);
    }
}

package org.tongxing.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.policy.Adoptions;
import org.tongxing.policy.RuleBooks;
import org.tongxing.problem.Refusal;

/** What the documents ask by which day, and when a village or township has done it. */
class DeadlineRulesTests {

    private static final Adoptions ADOPTIONS = Adoptions.byJurisdiction(RuleBooks.read("GD", "JB", "LAW"));
    private static final DivisionCode JINBAO = new DivisionCode("511304114");
    private static final LocalDate DUE = LocalDate.of(2026, 3, 31);

    @Test
    @Clause("JB-32")
    @Clause("JB-62")
    void readsTheDaysFromTheRuleBook() {
        assertThat(Demand.of(ADOPTIONS, JINBAO, Demand.REFRESH, 2026))
                .contains(new Demand("JB-32", List.of(LocalDate.of(2026, 3, 31))));
        Demand quarters = Demand.of(ADOPTIONS, JINBAO, Demand.QUARTER, 2026).orElseThrow();
        assertThat(quarters.clause()).isEqualTo("JB-62");
        assertThat(quarters.days())
                .containsExactly(
                        LocalDate.of(2026, 3, 10),
                        LocalDate.of(2026, 6, 10),
                        LocalDate.of(2026, 9, 10),
                        LocalDate.of(2026, 12, 10));
        assertThat(quarters.before(0)).isEqualTo(LocalDate.of(2025, 12, 10));
        assertThat(quarters.before(3)).isEqualTo(LocalDate.of(2026, 9, 10));
    }

    @Test
    @Clause("JB-32")
    void asksNothingWhereNoBookDoesOrDidNotYet() {
        assertThat(Demand.of(ADOPTIONS, new DivisionCode("440222101"), Demand.REFRESH, 2026))
                .isEmpty();
        assertThat(Demand.inForce(ADOPTIONS, JINBAO, Demand.REFRESH, LocalDate.of(2023, 3, 31)))
                .as("the document is of November 2023")
                .isFalse();
        assertThat(Demand.inForce(ADOPTIONS, JINBAO, Demand.REFRESH, LocalDate.of(2024, 3, 31)))
                .isTrue();
    }

    @ParameterizedTest(name = "on {0}, counted {1}, {2} alone then, {3} now: {4}")
    @CsvSource({
        "2026-03-20, 2026-03-12, 0, 0, DONE",
        "2026-03-20, 2026-03-12, 2, 2, OPEN",
        "2026-03-20, , 0, 0, OPEN",
        "2026-03-31, , 0, 0, OPEN",
        "2026-03-31, 2026-03-31, 0, 0, DONE",
        "2026-04-01, , 0, 0, MISSED",
        "2026-04-01, 2026-03-31, 1, 1, MISSED",
        "2026-04-01, 2026-04-01, 0, 0, CAUGHT_UP",
        "2026-05-01, 2026-03-30, 1, 0, CAUGHT_UP",
        "2026-05-01, 2026-03-30, 0, 4, DONE",
        "2026-05-01, 2026-04-20, 0, 1, MISSED",
    })
    @Clause("JB-32")
    void needsBothThatSomebodyCountedAndThatEveryChildHasSomebody(
            LocalDate on, @Nullable LocalDate said, int then, int now, VillageRefresh.State state) {
        LocalDate first = LocalDate.of(2026, 1, 5);
        assertThat(VillageRefresh.State.of(DUE, on, first, said, then, now)).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({"2026-05-01, 2026-04-02", "2026-02-01, 2026-02-02", "2026-05-01,"})
    @Clause("JB-32")
    void blamesNobodyForADeadlineBeforeThereWereChildrenOnFile(LocalDate on, @Nullable LocalDate first) {
        assertThat(VillageRefresh.State.of(DUE, on, first, null, 0, 0)).isEqualTo(VillageRefresh.State.NOTHING_ON_FILE);
    }

    @ParameterizedTest(name = "on {0}, submitted {1}: {2}")
    @CsvSource({
        "2026-02-01, , AHEAD",
        "2026-04-01, , OPEN",
        "2026-06-10, , OPEN",
        "2026-06-11, , OVERDUE",
        "2026-06-11, 2026-06-10, SUBMITTED",
        "2026-06-11, 2026-06-11, LATE",
    })
    @Clause("JB-62")
    void tellsWhetherAResultIsDueLateOrThere(LocalDate on, @Nullable LocalDate submitted, QuarterStanding.State state) {
        LocalDate due = LocalDate.of(2026, 6, 10);
        LocalDate first = LocalDate.of(2026, 1, 5);
        Quarter second = new Quarter(2026, 2);
        assertThat(QuarterStanding.State.of(second, due, on, first, submitted)).isEqualTo(state);
        assertThat(QuarterStanding.State.of(second, due, LocalDate.of(2026, 7, 1), due.plusDays(1), null))
                .isEqualTo(QuarterStanding.State.NOT_ASKED);
    }

    @Test
    void knowsItsQuarters() {
        assertThat(Quarter.of(LocalDate.of(2026, 3, 31))).isEqualTo(new Quarter(2026, 1));
        assertThat(Quarter.of(LocalDate.of(2026, 4, 1))).isEqualTo(new Quarter(2026, 2));
        assertThat(new Quarter(2026, 1).before()).isEqualTo(new Quarter(2025, 4));
        assertThat(new Quarter(2026, 4).opensOn()).isEqualTo("2026-10-01");
        assertThatThrownBy(() -> new Quarter(2026, 5)).isInstanceOf(Refusal.class);
    }

    @Test
    @Clause("JB-62")
    void showsWhatWasTypedLaterApartFromWhatHappenedLater() {
        Figures reported = figures(10, 4, 2);
        Figures lookedBack = figures(10, 5, 2);
        Figures today = figures(11, 7, 9);
        List<Change> changes = Drift.between(reported, lookedBack, today);
        assertThat(changes)
                .contains(
                        new Change(Drift.Part.ALL, "", "全镇", Drift.Measure.ELIGIBLE, 10, 10, 11),
                        new Change(Drift.Part.ALL, "", "全镇", Drift.Measure.BY_FAMILY, 4, 5, 7),
                        new Change(Drift.Part.ALL, "", "全镇", Drift.Measure.UNCOVERED, 6, 5, 4));
        assertThat(changes).as("deeds belong to their period").noneMatch(change -> change.part() == Drift.Part.DEED);
        assertThat(Drift.between(reported, reported, reported)).isEmpty();
    }

    private static Figures figures(int eligible, int byFamily, int visits) {
        Counts counts = new Counts(eligible, byFamily, eligible - byFamily, byFamily, 0, 0, 0);
        return new Figures(
                LocalDate.of(2026, 3, 5),
                LocalDate.of(2025, 12, 11),
                counts,
                List.of(),
                List.of(),
                List.of(),
                new Figures.DeedFigures(1, 0, visits == 9 ? 2 : visits, 0));
    }

    @Test
    void namesTheReasonsInTheOrderOfTheirHarm() {
        VillageRefresh village =
                new VillageRefresh("511304114205", "石马垭村", VillageRefresh.State.MISSED, null, 12, 3, Map.of(), 12, 3);
        assertThat(Words.missing(village, DUE)).isEqualTo("没有人说清点完；有 3 名没有着落");
    }
}

package org.tongxing.recheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tongxing.child.Resident;
import org.tongxing.coverage.Coverage.Standing;
import org.tongxing.coverage.State;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.ClauseId;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Sex;
import org.tongxing.policy.Adoptions;
import org.tongxing.policy.CategoryInterval;
import org.tongxing.policy.RuleBooks;

/** Who is asked since when a parent is away. */
class AwayDateCheckTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    private static final LocalDate ROSTER = LocalDate.of(2026, 2, 1);
    private static final ChildId CHILD = new ChildId(1);
    private static final DivisionCode JINBAO = new DivisionCode("511304114003");
    private static final DivisionCode GUANGDONG = new DivisionCode("440229102201");

    @Test
    @Clause("JB-17")
    @Clause("GD-06")
    void asksForTheDayWhereALeftBehindChildCountsWithoutOne() {
        assertThat(check(JINBAO, "6", Set.of(CHILD))).singleElement().satisfies(item -> {
            assertThat(item.kind()).isEqualTo(Kind.AWAY_DATE_MISSING);
            assertThat(item.clause()).isEqualTo("JB-17");
            assertThat(item.kind().action()).isEqualTo(Kind.Action.FILL_IN_DAY);
            assertThat(item.sinceOn()).as("since the roster said so").isEqualTo(ROSTER);
        });
        String leftBehind = Adoptions.byJurisdiction(RuleBooks.read("GD", "JB", "LAW"))
                .rules(GUANGDONG, TODAY)
                .on("leftBehind")
                .orElseThrow()
                .category()
                .orElseThrow();
        assertThat(check(GUANGDONG, leftBehind, Set.of(CHILD)))
                .extracting(Item::clause)
                .containsExactly("GD-06");
    }

    @Test
    void asksNobodyWhoseCategoryRestsOnSomethingElseOrWhoseDayIsKnown() {
        assertThat(check(JINBAO, "1", Set.of(CHILD))).isEmpty();
        assertThat(check(JINBAO, "6", Set.of())).isEmpty();
    }

    private static List<Item> check(DivisionCode village, String category, Set<ChildId> undated) {
        CategoryInterval held =
                new CategoryInterval(category, List.of(ClauseId.of("JB-15")), ROSTER.minusYears(1), TODAY.plusYears(5));
        Resident child =
                new Resident(CHILD, "孟小满", Sex.MALE, TODAY.minusYears(9), village, 1, ROSTER, null, List.of(held));
        Standing standing =
                new Standing(child, new State(Set.of(category), State.By.NOBODY, null, false, false, false), List.of());
        return new AwayDateCheck(
                        village.value(),
                        TODAY,
                        Adoptions.byJurisdiction(RuleBooks.read("GD", "JB", "LAW"))
                                .rules(village, TODAY),
                        List.of(standing),
                        undated)
                .items();
    }
}

package org.tongxing.coverage.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongxing.coverage.State;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.region.Division;

/** What the landing page of the console shows. */
final class CoverageViews {

    private CoverageViews() {}

    /**
     * Coverage of a division on a day.
     *
     * @param areaDutyClause the clause in force that lets a department answer for a village; null where none does
     * @param others children on file to whom nothing is owed on that day
     * @param unaccepted rows of rosters that were refused and wait for somebody
     */
    record CoverageView(
            Place division,
            LocalDate on,
            int eligible,
            int covered,
            int uncovered,
            int byFamily,
            int byAreaDuty,
            @Nullable String areaDutyClause,
            int others,
            int unaccepted,
            LocalDateTime computedAt,
            List<PartView> parts,
            List<ReasonCount> reasons,
            List<CategoryCount> categories,
            GirlCount girls) {}

    /** A division. */
    record Place(String code, String name, DivisionCode.Level level) {

        static Place of(Division division) {
            return new Place(division.code().value(), division.name(), division.level());
        }
    }

    /** The next level down; with one dot per child where the next level is a village. */
    record PartView(
            Place division,
            int eligible,
            int covered,
            int uncovered,
            int girlsWithoutFemaleCadre,
            int girlsTurningEight,
            @Nullable List<Dot> children) {}

    /** One child as one dot. */
    record Dot(long id, State.Mark mark) {}

    /** Why children have nobody; the counts add up to the gap. */
    record ReasonCount(State.Reason reason, @Nullable String clause, int count) {}

    /** A pairing category; a child may be in several. */
    record CategoryCount(String code, String name, String clause, int eligible, int covered) {}

    /** Girls of eight and over, with and without a female cadre [JB-24]; the clause in force, if any is. */
    record GirlCount(
            int eligible,
            int withFemaleCadre,
            int without,
            int turningEight,
            @Nullable String clause) {}

    /** The gap at the end of a month. */
    record MonthView(String month, LocalDate on, int uncovered, int eligible) {}
}

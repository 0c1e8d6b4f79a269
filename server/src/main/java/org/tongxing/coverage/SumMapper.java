package org.tongxing.coverage;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface SumMapper {

    String COLUMNS = """
            eligible, by_family, by_area_duty, girls, girls_without, turning_eight, helper_left, newly_registered,
            needs_female_cadre, needs_dedicated_family, not_arranged
            """;

    String VALUES = """
            #{counts.eligible}, #{counts.byFamily}, #{counts.byAreaDuty}, #{counts.girls}, #{counts.girlsWithout},
            #{counts.turningEight}, #{counts.helperLeft}, #{counts.newlyRegistered}, #{counts.needsFemaleCadre},
            #{counts.needsDedicatedFamily}, #{counts.notArranged}
            """;

    String SUMS = """
            SUM(eligible) AS eligible, SUM(by_family) AS by_family, SUM(by_area_duty) AS by_area_duty,
            SUM(girls) AS girls, SUM(girls_without) AS girls_without, SUM(turning_eight) AS turning_eight,
            SUM(helper_left) AS helper_left, SUM(newly_registered) AS newly_registered,
            SUM(needs_female_cadre) AS needs_female_cadre, SUM(needs_dedicated_family) AS needs_dedicated_family,
            SUM(not_arranged) AS not_arranged
            """;

    @Insert("INSERT INTO coverage_change (village_code, on_day, category, " + COLUMNS
            + ") VALUES (#{village}, #{on}, #{category}, " + VALUES + ")")
    void change(Change change);

    /** What nobody else is folding. */
    @Select("SELECT id, village_code AS place, on_day, category, " + COLUMNS
            + " FROM coverage_change ORDER BY id LIMIT #{most} FOR UPDATE SKIP LOCKED")
    List<Row> take(int most);

    @Delete("""
            <script>
            DELETE FROM coverage_change WHERE id IN
            <foreach collection='ids' item='id' open='(' separator=',' close=')'>#{id}</foreach>
            </script>
            """)
    void folded(@Param("ids") Collection<Long> ids);

    @Insert("INSERT INTO coverage_sum (parent_code, period, division_code, category, " + COLUMNS
            + ") VALUES (#{parent}, #{period}, #{division}, #{category}, " + VALUES + """
            ) ON DUPLICATE KEY UPDATE
              eligible = eligible + VALUES(eligible), by_family = by_family + VALUES(by_family),
              by_area_duty = by_area_duty + VALUES(by_area_duty), girls = girls + VALUES(girls),
              girls_without = girls_without + VALUES(girls_without),
              turning_eight = turning_eight + VALUES(turning_eight), helper_left = helper_left + VALUES(helper_left),
              newly_registered = newly_registered + VALUES(newly_registered),
              needs_female_cadre = needs_female_cadre + VALUES(needs_female_cadre),
              needs_dedicated_family = needs_dedicated_family + VALUES(needs_dedicated_family),
              not_arranged = not_arranged + VALUES(not_arranged)
            """)
    void add(Sum sum);

    /** What is folded and what is not yet, in one statement and hence as of one moment. */
    @Select("SELECT NULL AS id, place, NULL AS on_day, category, " + SUMS
            + " FROM (SELECT division_code AS place, category, " + COLUMNS + """
            FROM coverage_sum WHERE parent_code = #{division}
              AND (period BETWEEN 1 AND #{years} OR period BETWEEN #{firstMonth} AND #{months}
                   OR period BETWEEN #{firstDay} AND #{day})
            UNION ALL
            SELECT LEFT(village_code, #{digits}), category,
            """ + COLUMNS + """
            FROM coverage_change WHERE village_code LIKE CONCAT(#{division}, '%') AND on_day <= #{on}
            ) s GROUP BY place, category
            """)
    List<Row> on(Until until);

    /** How the gap of a place grew: years before the first one in one sum, then by month, up to the day. */
    @Select("""
            SELECT month, SUM(eligible) AS eligible, SUM(eligible - by_family - by_area_duty) AS uncovered
            FROM (SELECT CASE WHEN period < 10000 THEN 0 WHEN period < 1000000 THEN period ELSE FLOOR(period / 100) END AS month,
                         eligible, by_family, by_area_duty
                  FROM coverage_sum WHERE parent_code = #{until.division} AND category = '*'
                    AND (period BETWEEN 1 AND #{firstYear} - 1
                         OR period BETWEEN #{firstYear} * 100 + 1 AND FLOOR((#{until.firstDay} - 1) / 100) - 1
                         OR period BETWEEN #{until.firstDay} AND #{until.day})
                  UNION ALL
                  SELECT YEAR(on_day) * 100 + MONTH(on_day), eligible, by_family, by_area_duty FROM coverage_change
                  WHERE village_code LIKE CONCAT(#{until.division}, '%') AND category = '*' AND on_day <= #{until.on}) s
            GROUP BY month
            """)
    List<GapStep> gapSteps(@Param("until") Until until, @Param("firstYear") int firstYear);

    /** By how much the gap grew in a month. */
    record GapStep(int month, int eligible, int uncovered) {}

    /** Up to which period each of the three runs goes for a day. */
    record Until(
            String division, int digits, LocalDate on, int years, int firstMonth, int months, int firstDay, int day) {

        static Until of(String division, int digits, LocalDate on) {
            int month = on.getYear() * 100 + on.getMonthValue();
            return new Until(
                    division,
                    digits,
                    on,
                    on.getYear() - 1,
                    on.getYear() * 100 + 1,
                    month - 1,
                    month * 100 + 1,
                    month * 100 + on.getDayOfMonth());
        }
    }

    record Change(String village, LocalDate on, String category, Counts counts) {}

    record Sum(String parent, int period, String division, String category, Counts counts) {}

    /** A change that waits, or a sum, which has neither id nor day. */
    record Row(
            @Nullable Long id,
            String place,
            @Nullable LocalDate onDay,
            String category,
            int eligible,
            int byFamily,
            int byAreaDuty,
            int girls,
            int girlsWithout,
            int turningEight,
            int helperLeft,
            int newlyRegistered,
            int needsFemaleCadre,
            int needsDedicatedFamily,
            int notArranged) {

        Counts counts() {
            return new Counts(
                    this.eligible,
                    this.byFamily,
                    this.byAreaDuty,
                    this.girls,
                    this.girlsWithout,
                    this.turningEight,
                    this.helperLeft,
                    this.newlyRegistered,
                    this.needsFemaleCadre,
                    this.needsDedicatedFamily,
                    this.notArranged);
        }
    }
}

package org.tongxing.coverage;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
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

    @Insert("INSERT INTO coverage_sum (division_code, node, category, parent_code, " + COLUMNS
            + ") VALUES (#{division}, #{node}, #{category}, #{parent}, " + VALUES + """
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

    String NODES = "node IN <foreach collection='nodes' item='node' open='(' separator=',' close=')'>#{node}</foreach>";

    String WAITING = " FROM coverage_change WHERE village_code LIKE CONCAT(#{division}, '%') AND on_day &lt;= #{on} ";

    String NO_DAY = "SELECT NULL AS id, NULL AS on_day, ";

    /** By part and category. What is folded and what is not yet come in one statement and hence as of one moment. */
    @Select("<script>" + NO_DAY + "division_code AS place, category, " + SUMS
            + " FROM coverage_sum WHERE parent_code = #{division} AND " + NODES
            + " GROUP BY division_code, category UNION ALL "
            + NO_DAY + "LEFT(village_code, #{digits}), category, " + SUMS + WAITING
            + " GROUP BY LEFT(village_code, #{digits}), category</script>")
    List<Row> on(
            @Param("division") String division,
            @Param("digits") int digits,
            @Param("on") LocalDate on,
            @Param("nodes") List<Integer> nodes);

    /** The parts for children of any category, and the place itself, under its own code, by category. */
    @Select("<script>" + NO_DAY + "division_code AS place, '*' AS category, " + SUMS
            + " FROM coverage_sum WHERE parent_code = #{division} AND " + NODES
            + " AND category = '*' GROUP BY division_code"
            + " UNION ALL " + NO_DAY + "LEFT(village_code, #{digits}), '*', " + SUMS + WAITING
            + " AND category = '*' GROUP BY LEFT(village_code, #{digits}) UNION ALL " + NO_DAY
            + "#{division}, category, " + SUMS + " FROM coverage_sum WHERE division_code = #{division} AND " + NODES
            + " GROUP BY category UNION ALL " + NO_DAY + "#{division}, category, " + SUMS + WAITING
            + " GROUP BY category</script>")
    List<Row> whole(
            @Param("division") String division,
            @Param("digits") int digits,
            @Param("on") LocalDate on,
            @Param("nodes") List<Integer> nodes);

    /** By how much the gap of a place grew in each of these nodes, and on days that are not folded yet. */
    @Select("<script>SELECT node, NULL AS on_day, eligible, eligible - by_family - by_area_duty AS uncovered"
            + " FROM coverage_sum WHERE division_code = #{division} AND category = '*' AND " + NODES
            + " UNION ALL SELECT NULL, on_day, SUM(eligible), SUM(eligible - by_family - by_area_duty)" + WAITING
            + " AND category = '*' GROUP BY on_day</script>")
    List<GapStep> gapSteps(
            @Param("division") String division, @Param("on") LocalDate on, @Param("nodes") Set<Integer> nodes);

    /** By how much the gap grew in a node, or on a day that waits. */
    record GapStep(@Nullable Integer node, @Nullable LocalDate onDay, int eligible, int uncovered) {}

    record Change(String village, LocalDate on, String category, Counts counts) {}

    /** @param parent none for the country itself */
    record Sum(@Nullable String parent, int node, String division, String category, Counts counts) {}

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

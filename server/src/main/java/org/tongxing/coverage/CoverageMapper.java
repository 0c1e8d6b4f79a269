package org.tongxing.coverage;

import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.Scope;
import org.tongxing.persistence.ChildScope;

@Mapper
interface CoverageMapper {

    /** Serialises recomputations of one village, so that the later one wins with all facts in view. */
    @Select("SELECT code FROM division WHERE code = #{village} FOR UPDATE")
    @Nullable
    String lockVillage(String village);

    @Select("""
            SELECT village_code, starts_on, ends_on, category, eligible, by_family, by_area_duty, girls, girls_without,
                   turning_eight, reason_counts
            FROM coverage_cell WHERE village_code = #{village}
            """)
    List<CellRow> cells(String village);

    @Delete("""
            DELETE FROM coverage_cell
            WHERE village_code = #{villageCode} AND category = #{category} AND starts_on = #{startsOn}
            """)
    void remove(CellRow row);

    @Insert("""
            INSERT INTO coverage_cell (village_code, starts_on, ends_on, category, eligible, by_family, by_area_duty,
                                       girls, girls_without, turning_eight, reason_counts)
            VALUES (#{villageCode}, #{startsOn}, #{endsOn}, #{category}, #{eligible}, #{byFamily}, #{byAreaDuty},
                    #{girls}, #{girlsWithout}, #{turningEight}, #{reasonCounts})
            """)
    void insert(CellRow row);

    @Select("""
            SELECT village_code, starts_on, ends_on, category, eligible, by_family, by_area_duty, girls, girls_without,
                   turning_eight, reason_counts
            FROM coverage_cell
            WHERE village_code LIKE CONCAT(#{division}, '%') AND starts_on <= #{on} AND ends_on > #{on}
            """)
    List<CellRow> on(@Param("division") String division, @Param("on") LocalDate on);

    String COUNTED = """
            COUNT(*) AS eligible, SUM(s.covered_by = 'FAMILY') AS by_family,
            SUM(s.covered_by = 'AREA_DUTY') AS by_area_duty, SUM(s.girl) AS girls,
            SUM(s.girl AND NOT s.female_cadre) AS girls_without, SUM(s.turning_eight) AS turning_eight
            FROM child c JOIN child_standing s ON s.child_id = c.id AND s.starts_on &lt;= #{on} AND s.ends_on > #{on}
            """;

    /** What cells would say if they held the children of the scope only; a row speaks of one reason. */
    @Select("<script>SELECT c.village_code, '*' AS category, s.reason, " + COUNTED + " WHERE " + ChildScope.IN_SCOPE
            + " GROUP BY c.village_code, s.reason UNION ALL SELECT c.village_code, k.category, s.reason, " + COUNTED
            + " JOIN child_category k ON k.child_id = c.id AND k.starts_on &lt;= #{on} AND k.ends_on > #{on} WHERE "
            + ChildScope.IN_SCOPE + " GROUP BY c.village_code, k.category, s.reason</script>")
    List<CountedRow> counted(@Param("scope") Scope scope, @Param("on") LocalDate on);

    /** The gap among the children of the scope at the end of each of these days. */
    @Select("""
            <script>
            SELECT d.on_day, COUNT(s.child_id) AS eligible, COALESCE(SUM(s.covered_by = 'NOBODY'), 0) AS uncovered
            FROM (<foreach collection='days' item='day' separator=' UNION ALL '>SELECT CAST(#{day} AS DATE) AS on_day</foreach>) d
            LEFT JOIN (SELECT s.child_id, s.starts_on, s.ends_on, s.covered_by
                       FROM child c JOIN child_standing s ON s.child_id = c.id WHERE
            """ + ChildScope.IN_SCOPE + """
            ) s ON s.starts_on &lt;= d.on_day AND s.ends_on > d.on_day
            GROUP BY d.on_day ORDER BY d.on_day
            </script>
            """)
    List<GapOnDay> gaps(@Param("scope") Scope scope, @Param("days") List<LocalDate> days);

    @Select("""
            SELECT COALESCE(SUM(eligible), 0) AS eligible,
                   COALESCE(SUM(eligible - by_family - by_area_duty), 0) AS uncovered
            FROM coverage_cell
            WHERE category = '*' AND village_code LIKE CONCAT(#{division}, '%')
              AND starts_on <= #{on} AND ends_on > #{on}
            """)
    GapRow gap(@Param("division") String division, @Param("on") LocalDate on);

    record CellRow(
            String villageCode,
            LocalDate startsOn,
            LocalDate endsOn,
            String category,
            int eligible,
            int byFamily,
            int byAreaDuty,
            int girls,
            int girlsWithout,
            int turningEight,
            String reasonCounts) {}

    record CountedRow(
            String villageCode,
            String category,
            State.@Nullable Reason reason,
            int eligible,
            int byFamily,
            int byAreaDuty,
            int girls,
            int girlsWithout,
            int turningEight) {}

    record GapOnDay(LocalDate onDay, int eligible, int uncovered) {}

    record GapRow(int eligible, int uncovered) {}
}

package org.tongxing.coverage;

import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface CoverageMapper {

    /** Serialises recomputations of one village, so that the later one wins with all facts in view. */
    @Select("SELECT code FROM division WHERE code = #{village} FOR UPDATE")
    @Nullable
    String lockVillage(String village);

    @Delete("DELETE FROM coverage_cell WHERE village_code = #{village}")
    void clear(String village);

    @Insert("""
            <script>
            INSERT INTO coverage_cell (village_code, starts_on, ends_on, category, eligible, by_family, by_area_duty,
                                       girls, girls_without, turning_eight, reason_counts)
            VALUES
            <foreach collection='rows' item='r' separator=','>
              (#{r.villageCode}, #{r.startsOn}, #{r.endsOn}, #{r.category}, #{r.eligible}, #{r.byFamily},
               #{r.byAreaDuty}, #{r.girls}, #{r.girlsWithout}, #{r.turningEight}, #{r.reasonCounts})
            </foreach>
            </script>
            """)
    void insert(@Param("rows") List<CellRow> rows);

    @Select("""
            SELECT village_code, starts_on, ends_on, category, eligible, by_family, by_area_duty, girls, girls_without,
                   turning_eight, reason_counts
            FROM coverage_cell
            WHERE village_code LIKE CONCAT(#{division}, '%') AND starts_on <= #{on} AND ends_on > #{on}
            """)
    List<CellRow> on(@Param("division") String division, @Param("on") LocalDate on);

    @Select("""
            SELECT COALESCE(SUM(eligible), 0) AS eligible,
                   COALESCE(SUM(eligible - by_family - by_area_duty), 0) AS uncovered
            FROM coverage_cell
            WHERE category = '*' AND village_code LIKE CONCAT(#{division}, '%')
              AND starts_on <= #{on} AND ends_on > #{on}
            """)
    GapRow gap(@Param("division") String division, @Param("on") LocalDate on);

    @Select("SELECT DISTINCT village_code FROM child WHERE village_code LIKE CONCAT(#{division}, '%') ORDER BY 1")
    List<String> villages(String division);

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

    record GapRow(int eligible, int uncovered) {}
}

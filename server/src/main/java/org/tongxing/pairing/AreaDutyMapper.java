package org.tongxing.pairing;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.Scope;

@Mapper
interface AreaDutyMapper {

    String IN_SCOPE = """
            <script>
            SELECT id, unit_id, village_code, cadre_name, cadre_sex, starts_on, ends_on FROM area_duty
            WHERE village_code LIKE CONCAT(#{scope.division.value}, '%')
            <if test='scope.unitId != null'>AND unit_id = #{scope.unitId}</if>
            """;

    @Select(IN_SCOPE + " ORDER BY village_code, starts_on, id</script>")
    List<DutyRow> below(@Param("scope") Scope scope);

    @Select(IN_SCOPE + " AND id = #{id} FOR UPDATE</script>")
    @Nullable
    DutyRow lock(@Param("scope") Scope scope, @Param("id") long id);

    @Insert("""
            INSERT INTO area_duty (unit_id, village_code, cadre_name, cadre_sex, starts_on, entered_by, entered_at)
            VALUES (#{unit}, #{village}, #{cadreName}, #{cadreSex}, #{startsOn}, #{by}, #{at})
            """)
    void insert(
            @Param("unit") long unit,
            @Param("village") String village,
            @Param("cadreName") String cadreName,
            @Param("cadreSex") String cadreSex,
            @Param("startsOn") LocalDate startsOn,
            @Param("by") long by,
            @Param("at") LocalDateTime at);

    @Update("UPDATE area_duty SET ends_on = #{endsOn}, ended_by = #{by}, ended_at = #{at} WHERE id = #{id}")
    void end(
            @Param("id") long id,
            @Param("endsOn") LocalDate endsOn,
            @Param("by") long by,
            @Param("at") LocalDateTime at);

    record DutyRow(
            long id,
            long unitId,
            String villageCode,
            String cadreName,
            String cadreSex,
            LocalDate startsOn,
            @Nullable LocalDate endsOn) {}
}

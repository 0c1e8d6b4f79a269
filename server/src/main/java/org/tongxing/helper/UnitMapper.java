package org.tongxing.helper;

import java.time.LocalDate;
import java.util.List;
import lombok.Getter;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.Scope;

@Mapper
interface UnitMapper {

    String UNIT = """
            SELECT u.id, u.name, u.division_code, u.ends_on,
                   (SELECT COUNT(*) FROM cadre_family f WHERE f.unit_id = u.id AND f.state = 'CONFIRMED') AS families
            FROM unit u
            """;

    String IN_SCOPE = """
             WHERE u.division_code LIKE CONCAT(#{scope.division.value}, '%')
            <if test='scope.unitId != null'>AND u.id = #{scope.unitId}</if>
            """;

    @Select("<script>" + UNIT + IN_SCOPE + " ORDER BY u.name, u.id</script>")
    List<Row> below(@Param("scope") Scope scope);

    @Select("<script>" + UNIT + IN_SCOPE + " AND u.id = #{id}</script>")
    @Nullable
    Row find(@Param("scope") Scope scope, @Param("id") long id);

    @Insert("INSERT INTO unit (name, division_code) VALUES (#{name}, #{division})")
    @Options(useGeneratedKeys = true, keyProperty = "id")
    void add(NewUnit unit);

    @Update("UPDATE unit SET name = #{name} WHERE id = #{id}")
    void rename(@Param("id") long id, @Param("name") String name);

    @Update("UPDATE unit SET ends_on = #{on} WHERE id = #{id}")
    void end(@Param("id") long id, @Param("on") LocalDate on);

    /** Serialises what decides whether a unit may end. */
    @Select("SELECT id FROM unit WHERE id = #{id} FOR UPDATE")
    @Nullable
    Long lock(long id);

    /** How many villages a unit answers for on a day or later. */
    @Select("SELECT COUNT(*) FROM area_duty WHERE unit_id = #{id} AND (ends_on IS NULL OR ends_on > #{on})")
    int duties(@Param("id") long id, @Param("on") LocalDate on);

    /** Every link a unit has or had, the latest first. */
    @Select("""
            SELECT village_code, supported, starts_on, ends_on FROM unit_village
            WHERE unit_id = #{id} AND (ends_on IS NULL OR ends_on > starts_on) ORDER BY starts_on DESC, village_code
            """)
    List<LinkedRow> links(long id);

    @Update("""
            UPDATE unit_village SET ends_on = GREATEST(#{from}, starts_on)
            WHERE unit_id = #{unit} AND (ends_on IS NULL OR ends_on > #{from})
            """)
    void unlink(@Param("unit") long unit, @Param("from") LocalDate from);

    @Insert("""
            INSERT INTO unit_village (unit_id, village_code, supported, starts_on)
            VALUES (#{unit}, #{village}, #{supported}, #{from})
            ON DUPLICATE KEY UPDATE ends_on = NULL, supported = VALUES(supported)
            """)
    void link(
            @Param("unit") long unit,
            @Param("village") String village,
            @Param("supported") boolean supported,
            @Param("from") LocalDate from);

    record LinkedRow(
            String villageCode,
            boolean supported,
            LocalDate startsOn,
            @Nullable LocalDate endsOn) {}

    record Row(
            long id,
            String name,
            String divisionCode,
            @Nullable LocalDate endsOn,
            int families) {}

    /** A unit on its way into the table. */
    @Getter
    class NewUnit {
        private long id;
        private final String name;
        private final String division;

        NewUnit(String name, String division) {
            this.name = name;
            this.division = division;
        }
    }
}

package org.tongxing.helper;

import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface UnitMapper {

    String UNIT = """
            SELECT u.id, u.name, u.division_code,
                   (SELECT COUNT(*) FROM cadre_family f WHERE f.unit_id = u.id AND f.state = 'CONFIRMED') AS families
            FROM unit u
            """;

    @Select(UNIT + " WHERE u.division_code LIKE CONCAT(#{division}, '%') ORDER BY u.name, u.id")
    List<Row> below(String division);

    @Select(UNIT + " WHERE u.id = #{id}")
    @Nullable
    Row find(long id);

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

    record Row(long id, String name, String divisionCode, int families) {}
}

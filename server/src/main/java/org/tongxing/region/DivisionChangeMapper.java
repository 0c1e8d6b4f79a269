package org.tongxing.region;

import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface DivisionChangeMapper {

    @Select("SELECT code, name, starts_on, ends_on, successor_code, local_node FROM division WHERE code = #{code}")
    @Nullable
    Row find(String code);

    @Select("""
            SELECT code, name, starts_on, ends_on, successor_code, local_node FROM division
            WHERE code = #{code} FOR UPDATE
            """)
    @Nullable
    Row lock(String code);

    @Select("SELECT MAX(code) FROM division WHERE parent_code = #{parent} AND local_node")
    @Nullable
    String lastLocal(String parent);

    @Select("""
            SELECT COUNT(*) FROM division
            WHERE parent_code = #{parent} AND name = #{name} AND code <> #{but} AND (ends_on IS NULL OR ends_on > #{on})
            """)
    int named(
            @Param("parent") String parent,
            @Param("name") String name,
            @Param("but") String but,
            @Param("on") LocalDate on);

    @Select("""
            SELECT code, name, starts_on, ends_on, successor_code, local_node FROM division
            WHERE parent_code = #{parent} AND (ends_on IS NULL OR ends_on > #{on}) ORDER BY code
            """)
    List<Row> living(@Param("parent") String parent, @Param("on") LocalDate on);

    @Insert("""
            INSERT INTO division (code, name, level, parent_code, starts_on, local_node, hand_changed)
            VALUES (#{code}, #{name}, #{level}, #{parent}, #{startsOn}, TRUE, TRUE)
            """)
    void add(
            @Param("code") String code,
            @Param("name") String name,
            @Param("level") String level,
            @Param("parent") String parent,
            @Param("startsOn") LocalDate startsOn);

    @Insert("""
            INSERT INTO division_name (code, starts_on, name, recorded_by) VALUES (#{code}, #{from}, #{name}, #{by})
            ON DUPLICATE KEY UPDATE name = VALUES(name), recorded_by = VALUES(recorded_by)
            """)
    void putName(
            @Param("code") String code,
            @Param("from") LocalDate from,
            @Param("name") String name,
            @Param("by") @Nullable Long by);

    @Insert("""
            INSERT IGNORE INTO division_name (code, starts_on, name)
            SELECT code, starts_on, name FROM division WHERE code = #{code}
            """)
    void keepFirstName(String code);

    /** Shows the name of the day wherever one began since it was last shown. */
    @Update("""
            <script>
            UPDATE division d JOIN division_name n ON n.code = d.code
            SET d.name = n.name, d.hand_changed = TRUE
            WHERE n.starts_on = (SELECT MAX(m.starts_on) FROM division_name m
                                 WHERE m.code = d.code AND m.starts_on &lt;= #{on})
            <if test='code != null'>AND d.code = #{code}</if>
            </script>
            """)
    void showNames(@Param("code") @Nullable String code, @Param("on") LocalDate on);

    @Select("SELECT name, starts_on FROM division_name WHERE code = #{code} ORDER BY starts_on")
    List<NameRow> names(String code);

    @Update("""
            UPDATE division SET ends_on = #{on}, successor_code = #{into}, hand_changed = TRUE WHERE code = #{code}
            """)
    void end(@Param("code") String code, @Param("on") LocalDate on, @Param("into") @Nullable String into);

    @Select("""
            SELECT code, name, starts_on, ends_on, successor_code, local_node FROM division
            WHERE moved_on IS NULL AND successor_code IS NOT NULL AND ends_on <= #{on} ORDER BY code
            """)
    List<Row> due(LocalDate on);

    @Update("UPDATE division SET moved_on = #{on} WHERE code = #{code}")
    void moved(@Param("code") String code, @Param("on") LocalDate on);

    record Row(
            String code,
            String name,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable String successorCode,
            boolean localNode) {}

    record NameRow(String name, LocalDate startsOn) {}
}

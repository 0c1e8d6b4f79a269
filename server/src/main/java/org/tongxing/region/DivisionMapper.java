package org.tongxing.region;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface DivisionMapper {

    @Select("SELECT code, name, level FROM division WHERE code = #{code}")
    @Nullable
    Row find(String code);

    @Select("""
            <script>
            SELECT code, name, level FROM division WHERE code IN
            <foreach collection='codes' item='code' open='(' separator=',' close=')'>#{code}</foreach>
            ORDER BY code
            </script>
            """)
    List<Row> findAll(@Param("codes") Collection<String> codes);

    @Select("""
            SELECT code, name, level FROM division
            WHERE parent_code = #{code} AND starts_on <= #{on} AND (ends_on IS NULL OR ends_on > #{on})
            ORDER BY code
            """)
    List<Row> children(@Param("code") String code, @Param("on") LocalDate on);

    @Select("""
            <script>
            SELECT code, name, level FROM division
            WHERE level IN <foreach collection='levels' item='level' open='(' separator=',' close=')'>#{level}</foreach>
              AND code LIKE CONCAT(#{within}, '%') AND starts_on &lt;= #{on} AND (ends_on IS NULL OR ends_on &gt; #{on})
            <if test='part != null'>AND (name LIKE CONCAT('%', #{part}, '%') OR code LIKE CONCAT(#{part}, '%'))</if>
            ORDER BY CHAR_LENGTH(code), code LIMIT #{most}
            </script>
            """)
    List<Row> search(
            @Param("within") String within,
            @Param("levels") Collection<String> levels,
            @Param("part") @Nullable String part,
            @Param("on") LocalDate on,
            @Param("most") int most);

    @Select("""
            SELECT code, name, level FROM division
            WHERE level IN ('PROVINCE', 'CITY', 'COUNTY') AND starts_on <= #{on} AND (ends_on IS NULL OR ends_on > #{on})
            """)
    List<Row> downToCounties(LocalDate on);

    @Insert("""
            INSERT INTO division (code, name, level, parent_code, starts_on, local_node)
            VALUES (#{code}, #{name}, #{level}, #{parent}, #{startsOn}, FALSE)
            ON DUPLICATE KEY UPDATE name = VALUES(name)
            """)
    void put(
            @Param("code") String code,
            @Param("name") String name,
            @Param("level") String level,
            @Param("parent") String parent,
            @Param("startsOn") LocalDate startsOn);

    /** Many at once; what was changed by hand keeps its name. */
    @Insert("""
            <script>
            INSERT INTO division (code, name, level, parent_code, starts_on, local_node) VALUES
            <foreach collection='rows' item='r' separator=','>
              (#{r.code}, #{r.name}, #{r.level}, #{r.parent}, '2000-01-01', FALSE)
            </foreach>
            ON DUPLICATE KEY UPDATE name = IF(local_node OR hand_changed, name, VALUES(name))
            </script>
            """)
    void putAll(@Param("rows") List<NationalDivisions.NewDivision> rows);

    /** Every place whose people were carried over to another one; mergers are made by hand, so there are few. */
    @Select("""
            SELECT code, name, successor_code AS successor FROM division
            WHERE moved_on IS NOT NULL AND successor_code IS NOT NULL
            """)
    List<MergedRow> merged();

    /** What the places have been called up to a day, their names of that day among them. */
    @Select("""
            <script>
            SELECT code, name FROM division_name WHERE starts_on &lt;= #{on} AND code IN
            <foreach collection='codes' item='code' open='(' separator=',' close=')'>#{code}</foreach>
            </script>
            """)
    List<NameRow> namesUntil(@Param("codes") Collection<String> codes, @Param("on") LocalDate on);

    record MergedRow(String code, String name, String successor) {}

    record NameRow(String code, String name) {}

    record Row(String code, String name, String level) {}
}

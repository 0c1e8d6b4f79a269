package org.tongxing.register;

import java.time.LocalDateTime;
import java.util.Collection;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface FormMapper {

    /** The form of the nearest of these places. */
    @Select("""
            <script>
            SELECT division_code, title, columns, set_by_name, set_at FROM register_form WHERE division_code IN
            <foreach collection='places' item='place' open='(' separator=',' close=')'>#{place}</foreach>
            ORDER BY LENGTH(division_code) DESC LIMIT 1
            </script>
            """)
    @Nullable
    Row nearest(@Param("places") Collection<String> places);

    @Insert("""
            INSERT INTO register_form (division_code, title, columns, set_by, set_by_name, set_at)
            VALUES (#{division}, #{title}, #{columns}, #{by}, #{byName}, #{at})
            ON DUPLICATE KEY UPDATE title = VALUES(title), columns = VALUES(columns), set_by = VALUES(set_by),
              set_by_name = VALUES(set_by_name), set_at = VALUES(set_at)
            """)
    void put(
            @Param("division") String division,
            @Param("title") String title,
            @Param("columns") String columns,
            @Param("by") long by,
            @Param("byName") String byName,
            @Param("at") LocalDateTime at);

    record Row(String divisionCode, String title, String columns, String setByName, LocalDateTime setAt) {}
}

package org.tongxing.helper;

import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.Caller;

@Mapper
interface SettingMapper {

    @Select("""
            SELECT s.division_code, s.value, s.set_by_name AS set_by, s.set_at FROM local_setting s
            WHERE s.code = #{code} AND #{division} LIKE CONCAT(s.division_code, '%')
            ORDER BY LENGTH(s.division_code) DESC LIMIT 1
            """)
    @Nullable
    Row nearest(@Param("division") String division, @Param("code") String code);

    /** The decisions of a division, of those above it and of those below. */
    @Select("""
            SELECT division_code, code, value FROM local_setting
            WHERE #{division} LIKE CONCAT(division_code, '%') OR division_code LIKE CONCAT(#{division}, '%')
            """)
    List<Decision> around(String division);

    @Insert("""
            INSERT INTO local_setting (division_code, code, value, set_by, set_by_name, set_at)
            VALUES (#{division}, #{code}, #{value}, #{by.accountId}, #{by.displayName}, #{at})
            ON DUPLICATE KEY UPDATE value = VALUES(value), set_by = VALUES(set_by),
                set_by_name = VALUES(set_by_name), set_at = VALUES(set_at)
            """)
    void put(
            @Param("division") String division,
            @Param("code") String code,
            @Param("value") int value,
            @Param("by") Caller by,
            @Param("at") LocalDateTime at);

    record Decision(String divisionCode, String code, int value) {}

    record Row(String divisionCode, int value, String setBy, LocalDateTime setAt) {}
}

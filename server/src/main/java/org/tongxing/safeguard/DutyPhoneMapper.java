package org.tongxing.safeguard;

import java.time.LocalDateTime;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.Caller;
import org.tongxing.persistence.WithoutScope;

@Mapper
interface DutyPhoneMapper {

    @WithoutScope("The published number of an office, offered to everybody who may report danger")
    @Select("""
            SELECT division_code, name, phone, set_by_name, set_at FROM duty_phone
            WHERE #{division} LIKE CONCAT(division_code, '%') ORDER BY LENGTH(division_code) DESC LIMIT 1
            """)
    @Nullable
    Row nearest(String division);

    @Insert("""
            INSERT INTO duty_phone (division_code, name, phone, set_by, set_by_name, set_at)
            VALUES (#{division}, #{name}, #{phone}, #{by.accountId}, #{by.displayName}, #{at})
            ON DUPLICATE KEY UPDATE name = VALUES(name), phone = VALUES(phone), set_by = VALUES(set_by),
                set_by_name = VALUES(set_by_name), set_at = VALUES(set_at)
            """)
    void put(
            @Param("division") String division,
            @Param("name") String name,
            @Param("phone") String phone,
            @Param("by") Caller by,
            @Param("at") LocalDateTime at);

    @Update("UPDATE IGNORE duty_phone SET division_code = #{into} WHERE division_code = #{from}")
    void move(@Param("from") String from, @Param("into") String into);

    record Row(String divisionCode, String name, String phone, String setByName, LocalDateTime setAt) {}
}

package org.tongxing.contact;

import java.time.LocalDateTime;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;
import org.tongxing.persistence.WithinTie;

@Mapper
interface ReminderMapper {

    @WithinTie("account")
    @Select("SELECT day FROM contact_reminder WHERE phone_account_id = #{account}")
    @Nullable
    String find(long account);

    @Insert("""
            INSERT INTO contact_reminder (phone_account_id, day, set_at) VALUES (#{account}, #{day}, #{at})
            ON DUPLICATE KEY UPDATE day = VALUES(day), set_at = VALUES(set_at)
            """)
    void put(@Param("account") long account, @Param("day") String day, @Param("at") LocalDateTime at);

    @Delete("DELETE FROM contact_reminder WHERE phone_account_id = #{account}")
    void delete(long account);
}

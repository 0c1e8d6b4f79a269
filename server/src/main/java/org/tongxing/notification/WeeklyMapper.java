package org.tongxing.notification;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

@Mapper
interface WeeklyMapper {

    /** Whose day it is, who wants to hear of us, and whose message of this week is not written down yet. */
    @Select("""
            SELECT DISTINCT m.phone_account_id FROM membership m
            LEFT JOIN reminder_choice r ON r.phone_account_id = m.phone_account_id
            WHERE m.state = 'CONFIRMED' AND m.kind <> 'VOLUNTEER' AND m.phone_account_id > #{after}
              AND COALESCE(r.weekly_on, #{usual}) = #{day} AND NOT COALESCE(r.muted, FALSE)
              AND NOT EXISTS (SELECT 1 FROM notification n
                              WHERE n.occasion_key = CONCAT(#{key}, ':', m.phone_account_id))
            ORDER BY m.phone_account_id LIMIT #{most}
            """)
    List<Long> whoseDayItIs(
            @Param("day") String day,
            @Param("usual") String usual,
            @Param("key") String key,
            @Param("after") long after,
            @Param("most") int most);
}

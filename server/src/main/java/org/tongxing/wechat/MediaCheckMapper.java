package org.tongxing.wechat;

import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface MediaCheckMapper {

    @Insert("""
            INSERT INTO wechat_media_check (trace_id, subject, begun_at) VALUES (#{trace}, #{subject}, #{now})
            ON DUPLICATE KEY UPDATE subject = VALUES(subject)
            """)
    void submitted(@Param("trace") String trace, @Param("subject") String subject, @Param("now") LocalDateTime now);

    @Insert("INSERT IGNORE INTO wechat_media_check (trace_id, begun_at) VALUES (#{trace}, #{now})")
    void arrived(@Param("trace") String trace, @Param("now") LocalDateTime now);

    @Select("SELECT trace_id, subject, verdict FROM wechat_media_check WHERE trace_id = #{trace} FOR UPDATE")
    @Nullable
    Row lock(String trace);

    @Update("UPDATE wechat_media_check SET verdict = #{verdict}, decided_at = #{now} WHERE trace_id = #{trace}")
    void decide(@Param("trace") String trace, @Param("verdict") String verdict, @Param("now") LocalDateTime now);

    @Select("""
            SELECT trace_id FROM wechat_media_check WHERE verdict IS NULL AND begun_at < #{before}
            ORDER BY begun_at LIMIT 500
            """)
    List<String> waitingSince(LocalDateTime before);

    record Row(
            String traceId,
            @Nullable String subject,
            @Nullable String verdict) {}
}

package org.tongxing.contact;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface ContactMapper {

    @Insert("""
            INSERT INTO contact (child_id, adult_id, recorded_by, kind, length, contacted_at, idempotency_key, recorded_at)
            VALUES (#{child}, #{adult}, #{by}, #{kind}, #{length}, #{contactedAt}, #{key}, #{now})
            """)
    void insert(
            @Param("child") long child,
            @Param("adult") long adult,
            @Param("by") long by,
            @Param("kind") String kind,
            @Param("length") String length,
            @Param("contactedAt") LocalDateTime contactedAt,
            @Param("key") String key,
            @Param("now") LocalDateTime now);

    @Select("SELECT id FROM contact WHERE recorded_by = #{by} AND idempotency_key = #{key}")
    @Nullable
    Long byKey(@Param("by") long by, @Param("key") String key);

    @Select("""
            SELECT id, contacted_at, kind, length FROM contact
            WHERE child_id = #{child} AND undone_at IS NULL AND contacted_at >= #{from}
            ORDER BY contacted_at DESC
            """)
    List<ContactRow> since(@Param("child") long child, @Param("from") LocalDateTime from);

    @Update("""
            UPDATE contact SET undone_at = #{now}
            WHERE id = #{id} AND recorded_by = #{by} AND undone_at IS NULL AND recorded_at >= #{notBefore}
            """)
    int undo(
            @Param("id") long id,
            @Param("by") long by,
            @Param("now") LocalDateTime now,
            @Param("notBefore") LocalDateTime notBefore);

    @Select("""
            SELECT COUNT(*) FROM contact k JOIN child c ON c.id = k.child_id
            WHERE c.village_code LIKE CONCAT(#{division}, '%') AND k.undone_at IS NULL
              AND k.contacted_at >= #{from} AND k.contacted_at < #{until}
            """)
    int countIn(@Param("division") String division, @Param("from") LocalDate from, @Param("until") LocalDate until);

    record ContactRow(long id, LocalDateTime contactedAt, String kind, String length) {}
}

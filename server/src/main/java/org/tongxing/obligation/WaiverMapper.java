package org.tongxing.obligation;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.Scope;
import org.tongxing.persistence.ChildScope;

@Mapper
interface WaiverMapper {

    @Insert("""
            INSERT INTO visit_waiver (child_id, reason, detail_sealed, starts_on, ends_on, waived_by, waived_at)
            VALUES (#{child}, #{reason}, #{detail}, #{from}, #{until}, #{by}, #{at})
            """)
    void insert(
            @Param("child") long child,
            @Param("reason") VisitWaiver.Reason reason,
            @Param("detail") @Nullable String detailSealed,
            @Param("from") LocalDate from,
            @Param("until") LocalDate until,
            @Param("by") long by,
            @Param("at") LocalDateTime at);

    @Select("<script>SELECT w.* FROM child c JOIN visit_waiver w ON w.child_id = c.id WHERE c.id = #{child} AND "
            + ChildScope.IN_SCOPE + " ORDER BY w.starts_on DESC, w.id DESC</script>")
    List<Row> of(@Param("scope") Scope scope, @Param("child") long child);

    /** The days of a scope on which nobody has to go. */
    @Select("<script>SELECT w.child_id, w.starts_on, w.ends_on FROM child c JOIN visit_waiver w ON w.child_id = c.id"
            + " WHERE w.revoked_at IS NULL AND w.ends_on &gt; #{from} AND " + ChildScope.IN_SCOPE + "</script>")
    List<DaysRow> in(@Param("scope") Scope scope, @Param("from") LocalDate from);

    /** Ends what has begun on a day; the days before stay waived. */
    @Update("""
            UPDATE visit_waiver SET ends_on = #{on}, ended_by = #{by}, ended_at = #{at}
            WHERE id = #{id} AND child_id = #{child} AND revoked_at IS NULL AND starts_on < #{on} AND ends_on > #{on}
            """)
    int end(
            @Param("child") long child,
            @Param("id") long id,
            @Param("on") LocalDate on,
            @Param("by") long by,
            @Param("at") LocalDateTime at);

    @Update("""
            UPDATE visit_waiver SET revoked_by = #{by}, revoked_at = #{at}
            WHERE id = #{id} AND child_id = #{child} AND revoked_at IS NULL
            """)
    int revoke(@Param("child") long child, @Param("id") long id, @Param("by") long by, @Param("at") LocalDateTime at);

    record DaysRow(long childId, LocalDate startsOn, LocalDate endsOn) {}

    record Row(
            long id,
            long childId,
            VisitWaiver.Reason reason,
            @Nullable String detailSealed,
            LocalDate startsOn,
            LocalDate endsOn,
            long waivedBy,
            LocalDateTime waivedAt,
            @Nullable Long endedBy,
            @Nullable LocalDateTime endedAt,
            @Nullable Long revokedBy,
            @Nullable LocalDateTime revokedAt) {}
}

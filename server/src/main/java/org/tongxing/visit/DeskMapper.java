package org.tongxing.visit;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.Scope;
import org.tongxing.persistence.Paging;

/** Lists visits for those who answer for the children. */
@Mapper
interface DeskMapper {

    String MATCHING = " FROM visit v WHERE " + VisitScope.IN_SCOPE + """
            <if test='q.child != null'>
              AND EXISTS (SELECT 1 FROM visit_child qc WHERE qc.visit_id = v.id AND qc.child_id = #{q.child})
            </if>
            <if test='q.family != null'>AND v.family_id = #{q.family}</if>
            <if test='q.from != null'>AND v.visited_on &gt;= #{q.from}</if>
            <if test='q.until != null'>AND v.visited_on &lt; #{q.until}</if>
            <if test='q.outcome != null'>AND v.outcome = #{q.outcome}</if>
            <if test='q.actor != null'>AND v.actor = #{q.actor}</if>
            <if test='q.condition != null'>AND v.child_condition = #{q.condition}</if>
            <if test='q.asked'>
              AND EXISTS (SELECT 1 FROM visit_signal s WHERE s.visit_id = v.id AND s.answered_at IS NULL)
            </if>
            <if test='q.askedBack'>
              AND EXISTS (SELECT 1 FROM visit_remark a WHERE a.visit_id = v.id AND a.kind = 'QUESTION'
                AND NOT EXISTS (SELECT 1 FROM visit_remark b
                                WHERE b.visit_id = v.id AND b.kind = 'ANSWER' AND b.id &gt; a.id))
            </if>
            """;

    @Select("<script>SELECT " + ReadMapper.COLUMNS + MATCHING + """
            ORDER BY v.visited_on DESC, v.id DESC LIMIT #{paging.size} OFFSET #{paging.offset}
            </script>
            """)
    List<ReadMapper.VisitRow> list(
            @Param("scope") Scope scope, @Param("q") VisitDesk.Question question, @Param("paging") Paging paging);

    @Select("<script>SELECT COUNT(*)" + MATCHING + "</script>")
    long count(@Param("scope") Scope scope, @Param("q") VisitDesk.Question question);

    @Select("<script>SELECT " + ReadMapper.COLUMNS + " FROM visit v WHERE v.id = #{id} AND " + VisitScope.IN_SCOPE
            + "</script>")
    ReadMapper.@Nullable VisitRow find(@Param("scope") Scope scope, @Param("id") long id);

    /** The questions about visits; the day of the other visit is told, nothing else of it. */
    @Select("<script>SELECT s.id, s.visit_id, s.kind, s.other_visit_id, s.figure, s.answer_sealed, s.answered_by_name,"
            + " s.answered_at, o.visited_on AS other_on FROM visit_signal s JOIN visit v ON v.id = s.visit_id"
            + " LEFT JOIN visit o ON o.id = s.other_visit_id WHERE s.visit_id IN " + ReadMapper.IDS + " AND "
            + VisitScope.IN_SCOPE + " ORDER BY s.visit_id, s.id</script>")
    List<SignalRow> signals(@Param("scope") Scope scope, @Param("ids") Collection<Long> ids);

    /** Of these visits those whose visitors have not answered what they were asked. */
    @Select("<script>SELECT DISTINCT v.id FROM visit v JOIN visit_remark a ON a.visit_id = v.id AND a.kind = 'QUESTION'"
            + " WHERE v.id IN " + ReadMapper.IDS + " AND NOT EXISTS (SELECT 1 FROM visit_remark b"
            + " WHERE b.visit_id = v.id AND b.kind = 'ANSWER' AND b.id &gt; a.id) AND " + VisitScope.IN_SCOPE
            + "</script>")
    Set<Long> askedBack(@Param("scope") Scope scope, @Param("ids") Collection<Long> ids);

    @Update("""
            UPDATE visit_signal SET answer_sealed = #{answer}, answered_by = #{by}, answered_by_name = #{byName},
                   answered_at = #{at}
            WHERE id = #{id} AND visit_id = #{visit} AND answered_at IS NULL
            """)
    int answer(
            @Param("visit") long visit,
            @Param("id") long id,
            @Param("answer") String answer,
            @Param("by") long by,
            @Param("byName") String byName,
            @Param("at") LocalDateTime at);

    record SignalRow(
            long id,
            long visitId,
            String kind,
            long otherVisitId,
            int figure,
            @Nullable String answerSealed,
            @Nullable String answeredByName,
            @Nullable LocalDateTime answeredAt,
            @Nullable LocalDate otherOn) {}
}

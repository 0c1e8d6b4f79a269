package org.tongxing.visit;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
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

    String IN_SCOPE = """
            EXISTS (SELECT 1 FROM visit_child vc JOIN child c ON c.id = vc.child_id
              WHERE vc.visit_id = v.id AND c.village_code LIKE CONCAT(#{scope.division.value}, '%')
              <if test='scope.unitId != null'>
                AND v.family_id IN (SELECT f.id FROM cadre_family f WHERE f.unit_id = #{scope.unitId})
              </if>
              <if test='q != null and q.child != null'>AND c.id = #{q.child}</if>)
            """;
    String MATCHING = " FROM visit v WHERE " + IN_SCOPE + """
            <if test='q.from != null'>AND v.visited_on &gt;= #{q.from}</if>
            <if test='q.until != null'>AND v.visited_on &lt; #{q.until}</if>
            <if test='q.outcome != null'>AND v.outcome = #{q.outcome}</if>
            <if test='q.actor != null'>AND v.actor = #{q.actor}</if>
            <if test='q.condition != null'>AND v.child_condition = #{q.condition}</if>
            <if test='q.asked'>
              AND EXISTS (SELECT 1 FROM visit_signal s WHERE s.visit_id = v.id AND s.answered_at IS NULL)
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

    @Select("<script>SELECT " + ReadMapper.COLUMNS + " FROM visit v WHERE v.id = #{id} AND " + IN_SCOPE + "</script>")
    ReadMapper.@Nullable VisitRow find(
            @Param("scope") Scope scope, @Param("id") long id, @Param("q") VisitDesk.@Nullable Question none);

    @Select("<script>SELECT id, visit_id, kind, other_visit_id, figure, answer_sealed, answered_by_name, answered_at"
            + " FROM visit_signal WHERE visit_id IN " + ReadMapper.IDS + " ORDER BY visit_id, id</script>")
    List<SignalRow> signals(@Param("ids") Collection<Long> ids);

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

    @Select("<script>SELECT id, visited_on FROM visit WHERE id IN " + ReadMapper.IDS + "</script>")
    List<DayRow> days(@Param("ids") Collection<Long> ids);

    record DayRow(long id, LocalDate visitedOn) {}

    record SignalRow(
            long id,
            long visitId,
            String kind,
            long otherVisitId,
            int figure,
            @Nullable String answerSealed,
            @Nullable String answeredByName,
            @Nullable LocalDateTime answeredAt) {}
}

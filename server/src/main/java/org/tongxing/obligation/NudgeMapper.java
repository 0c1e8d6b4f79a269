package org.tongxing.obligation;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.Scope;
import org.tongxing.persistence.WithoutScope;
import org.tongxing.policy.Actor;

@Mapper
interface NudgeMapper {

    String COLUMNS = """
            SELECT id, batch, actor, actor_id, children, overdue, oldest_on, state, nudged_by_name, nudged_at, send_after,
                   settled_at, why
            FROM nudge
            """;

    /** Leaves out whoever has been nudged today already, by anybody. */
    @Insert("""
            <script>
            INSERT IGNORE INTO nudge (batch, actor, actor_id, division_code, unit_id, children, overdue, oldest_on, state,
                                      nudged_by, nudged_by_name, nudged_at, nudged_on, send_after)
            VALUES
            <foreach collection='rows' item='r' separator=','>
              (#{batch}, #{r.actor}, #{r.actorId}, #{r.divisionCode}, #{r.unitId}, #{r.children}, #{r.overdue},
               #{r.oldestOn}, 'WAITING', #{by.accountId}, #{by.displayName}, #{at}, #{on}, #{sendAfter})
            </foreach>
            </script>
            """)
    void insert(
            @Param("batch") String batch,
            @Param("rows") List<NewRow> rows,
            @Param("by") Caller by,
            @Param("at") LocalDateTime at,
            @Param("on") LocalDate on,
            @Param("sendAfter") LocalDateTime sendAfter);

    String IN_SCOPE = """
            division_code LIKE CONCAT(#{scope.division.value}, '%')
            <if test='scope.unitId != null'>AND unit_id = #{scope.unitId}</if>
            """;

    @Select("<script>" + COLUMNS + " WHERE batch = #{batch} AND " + IN_SCOPE + " ORDER BY id</script>")
    List<Row> ofBatch(@Param("scope") Scope scope, @Param("batch") String batch);

    @Update("""
            UPDATE nudge SET state = 'UNDONE', settled_at = #{now}
            WHERE batch = #{batch} AND nudged_by = #{by} AND state = 'WAITING' AND send_after > #{now}
            """)
    int undo(@Param("batch") String batch, @Param("by") long by, @Param("now") LocalDateTime now);

    /** What is to be sent now; another instance takes others. */
    @WithoutScope("Sends what people have pressed before")
    @Select(COLUMNS + """
            WHERE state = 'WAITING' AND send_after <= #{now} ORDER BY send_after, id LIMIT #{most} FOR UPDATE SKIP LOCKED
            """)
    List<Row> waiting(@Param("now") LocalDateTime now, @Param("most") int most);

    @Update("""
            <script>
            UPDATE nudge SET state = 'HANDED_OVER' WHERE id IN
            <foreach collection='ids' item='id' open='(' separator=',' close=')'>#{id}</foreach>
            </script>
            """)
    void handOver(@Param("ids") Collection<Long> ids);

    @Update("""
            UPDATE nudge SET state = #{state}, settled_at = #{now}, why = #{why} WHERE id = #{id} AND state = 'HANDED_OVER'
            """)
    int settle(
            @Param("id") long id,
            @Param("state") Nudge.State state,
            @Param("why") @Nullable String why,
            @Param("now") LocalDateTime now);

    /** The latest nudge of each of these, those taken back left out; from above the scope as well. */
    @Select("<script>" + COLUMNS + """
            WHERE id IN (SELECT MAX(id) FROM nudge WHERE state &lt;&gt; 'UNDONE' AND (actor, actor_id) IN
              <foreach collection='actors' item='a' open='(' separator=',' close=')'>(#{a.kind}, #{a.id})</foreach>
              AND (#{scope.division.value} LIKE CONCAT(division_code, '%') OR
            """ + IN_SCOPE + """
              ) GROUP BY actor, actor_id)
            </script>
            """)
    List<Row> latest(@Param("scope") Scope scope, @Param("actors") Collection<OwedBy> actors);

    String HISTORY = """
            WHERE
            """ + IN_SCOPE + """
            <if test='unsent'>
              AND (state = 'FAILED' OR (state = 'HANDED_OVER' AND send_after &lt; #{silentSince}))
            </if>
            """;

    @Select("<script>" + COLUMNS + HISTORY + " ORDER BY id DESC LIMIT #{size} OFFSET #{offset}</script>")
    List<Row> history(
            @Param("scope") Scope scope,
            @Param("unsent") boolean unsent,
            @Param("silentSince") LocalDateTime silentSince,
            @Param("size") int size,
            @Param("offset") long offset);

    @Select("<script>SELECT COUNT(*) FROM nudge " + HISTORY + "</script>")
    int count(
            @Param("scope") Scope scope,
            @Param("unsent") boolean unsent,
            @Param("silentSince") LocalDateTime silentSince);

    record NewRow(
            Actor actor,
            String actorId,
            String divisionCode,
            @Nullable Long unitId,
            int children,
            int overdue,
            LocalDate oldestOn) {}

    record Row(
            long id,
            String batch,
            Actor actor,
            String actorId,
            int children,
            int overdue,
            LocalDate oldestOn,
            Nudge.State state,
            String nudgedByName,
            LocalDateTime nudgedAt,
            LocalDateTime sendAfter,
            @Nullable LocalDateTime settledAt,
            @Nullable String why) {}
}

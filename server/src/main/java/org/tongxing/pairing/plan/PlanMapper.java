package org.tongxing.pairing.plan;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import lombok.Getter;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.Scope;

@Mapper
interface PlanMapper {

    String HEAD = """
            SELECT p.id, p.division_code, p.state, p.phase, p.progress, p.reason, p.cost, p.lower_bound, p.complete,
                   p.asked_by, p.asked_by_name, p.asked_at, p.submitted_by, p.submitted_by_name, p.approved_by,
                   p.approved_by_name, p.published_by, p.published_by_name, p.published_at,
                   COALESCE(r.children, 0) AS `rows`, COALESCE(r.placed, 0) AS placed, COALESCE(r.made, 0) AS made,
                   COALESCE(r.not_possible, 0) AS not_possible
            FROM plan p
            """;

    String COUNTS_OF = """
            LEFT JOIN (SELECT plan_id, COUNT(*) AS children, COUNT(family_id) AS placed,
                              COUNT(IF(outcome = 'MADE', 1, NULL)) AS made,
                              COUNT(IF(outcome = 'NOT_POSSIBLE', 1, NULL)) AS not_possible
                       FROM plan_row WHERE plan_id IN (""";

    String COUNTED = ") GROUP BY plan_id) r ON r.plan_id = p.id";

    @Insert("""
            INSERT INTO plan (division_code, state, phase, heartbeat_at, runner, asked_by, asked_by_name, asked_at)
            VALUES (#{division}, 'RUNNING', 'WAITING', #{at}, #{runner}, #{by.accountId}, #{by.displayName}, #{at})
            """)
    @Options(useGeneratedKeys = true, keyProperty = "id")
    void insert(Asked asked);

    /** A plan speaks of everybody in a place; whoever sees one unit's children only does not see it. */
    String IN_SCOPE = """
            p.division_code LIKE CONCAT(#{scope.division.value}, '%') <if test='!scope.wholePlace()'>AND FALSE</if>
            """;

    @Select("<script>" + HEAD + COUNTS_OF + "#{id}" + COUNTED + " WHERE p.id = #{id} AND " + IN_SCOPE + "</script>")
    @Nullable
    PlanSheet find(@Param("scope") Scope scope, @Param("id") long id);

    @Select("<script>" + HEAD + COUNTS_OF + "SELECT p.id FROM plan p WHERE " + IN_SCOPE + COUNTED + " WHERE " + IN_SCOPE
            + " ORDER BY p.id DESC LIMIT 50</script>")
    List<PlanSheet> below(@Param("scope") Scope scope);

    /** Serialises all changes of one plan. */
    @Select("SELECT state FROM plan WHERE id = #{id} FOR UPDATE")
    @Nullable
    PlanState lock(long id);

    @Update("UPDATE plan SET state = #{to}, reason = #{reason} WHERE id = #{id} AND state = #{from}")
    int move(
            @Param("id") long id,
            @Param("from") PlanState from,
            @Param("to") PlanState to,
            @Param("reason") @Nullable String reason);

    @Update("UPDATE plan SET submitted_by = #{by.accountId}, submitted_by_name = #{by.displayName} WHERE id = #{id}")
    void submitted(@Param("id") long id, @Param("by") Caller by);

    @Update("UPDATE plan SET approved_by = #{by.accountId}, approved_by_name = #{by.displayName} WHERE id = #{id}")
    void approved(@Param("id") long id, @Param("by") Caller by);

    @Update("""
            UPDATE plan SET published_by = #{by.accountId}, published_by_name = #{by.displayName}, progress = 0,
                            runner = #{runner}, heartbeat_at = #{at}
            WHERE id = #{id}
            """)
    void publishing(
            @Param("id") long id,
            @Param("by") Caller by,
            @Param("runner") String runner,
            @Param("at") LocalDateTime at);

    @Update("UPDATE plan SET published_at = #{at}, progress = 1000 WHERE id = #{id}")
    void published(@Param("id") long id, @Param("at") LocalDateTime at);

    /** Answers 0 when somebody has stopped it, or another instance has it. */
    @Update("""
            UPDATE plan SET progress = #{progress}, phase = #{phase}, heartbeat_at = #{at}
            WHERE id = #{id} AND state = #{state} AND runner = #{runner}
            """)
    int step(
            @Param("id") long id,
            @Param("state") PlanState state,
            @Param("runner") String runner,
            @Param("progress") int progress,
            @Param("phase") String phase,
            @Param("at") LocalDateTime at);

    @Update("""
            <script>
            UPDATE plan SET heartbeat_at = #{at} WHERE runner = #{runner} AND id IN
            <foreach collection='ids' item='id' open='(' separator=',' close=')'>#{id}</foreach>
            </script>
            """)
    void beat(@Param("ids") Collection<Long> ids, @Param("runner") String runner, @Param("at") LocalDateTime at);

    @Update("""
            UPDATE plan SET state = 'FAILED', reason = #{reason}
            WHERE state = 'RUNNING' AND heartbeat_at < #{silentSince}
            """)
    int failSilent(@Param("silentSince") LocalDateTime silentSince, @Param("reason") String reason);

    @Select("SELECT id FROM plan WHERE state = 'PUBLISHING' AND heartbeat_at < #{silentSince} ORDER BY id")
    List<Long> silentPublications(LocalDateTime silentSince);

    /** Takes over a publication nobody works on; answers 1 to one instance only. */
    @Update("""
            UPDATE plan SET runner = #{runner}, heartbeat_at = #{at}
            WHERE id = #{id} AND state = 'PUBLISHING' AND heartbeat_at < #{silentSince}
            """)
    int takeOver(
            @Param("id") long id,
            @Param("runner") String runner,
            @Param("at") LocalDateTime at,
            @Param("silentSince") LocalDateTime silentSince);

    @Update("""
            UPDATE plan SET state = 'DRAFT', phase = 'DONE', progress = 1000, cost = #{cost},
                            lower_bound = #{lowerBound}, complete = #{complete}
            WHERE id = #{id} AND state = 'RUNNING' AND runner = #{runner}
            """)
    int computed(
            @Param("id") long id,
            @Param("runner") String runner,
            @Param("cost") long cost,
            @Param("lowerBound") long lowerBound,
            @Param("complete") boolean complete);

    @Select("SELECT published_by, published_by_name FROM plan WHERE id = #{id}")
    Publisher publisher(long id);

    record Publisher(long publishedBy, String publishedByName) {}

    /** A plan on its way into the table. */
    @Getter
    class Asked {
        private long id;
        private final String division;
        private final String runner;
        private final Caller by;
        private final LocalDateTime at;

        Asked(String division, String runner, Caller by, LocalDateTime at) {
            this.division = division;
            this.runner = runner;
            this.by = by;
            this.at = at;
        }
    }
}

package org.tongxing.visit;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** Reads what a visit says, for those who may. */
@Mapper
interface ReadMapper {

    String IDS = "<foreach collection='ids' item='id' open='(' separator=',' close=')'>#{id}</foreach>";
    String COLUMNS = """
            v.id, v.family_id, v.actor, v.actor_name, v.recorded_by, v.visited_on, v.outcome, v.missed_reason,
            v.missed_sealed, v.went, v.met, v.topics, v.guardian_topics, v.child_condition, v.note_sealed, v.neglect_by,
            v.neglect_sealed, v.begun_at, v.saved_at, v.recorded_at
            """;

    /** The visits to a child, the newest first; whose words may be read is decided afterwards. */
    @Select("SELECT " + COLUMNS + """
            FROM visit v JOIN visit_child c ON c.visit_id = v.id
            WHERE c.child_id = #{child} ORDER BY v.visited_on DESC, v.id DESC LIMIT 100
            """)
    List<VisitRow> ofChild(long child);

    @Select("SELECT " + COLUMNS + " FROM visit v WHERE v.id = #{id}")
    @Nullable
    VisitRow find(long id);

    @Select("<script>SELECT visit_id, child_id, child_condition FROM visit_child WHERE visit_id IN " + IDS
            + " ORDER BY visit_id, child_id</script>")
    List<ChildRow> children(@Param("ids") Collection<Long> ids);

    @Select("SELECT item, finding, words_sealed FROM visit_safety WHERE visit_id = #{visit} ORDER BY item")
    List<SafetyRow> safety(long visit);

    @Select("SELECT id, words_sealed, due_on, kept_on FROM visit_promise WHERE visit_id = #{visit} ORDER BY id")
    List<PromiseRow> promises(long visit);

    @Select("""
            SELECT p.id, p.words_sealed, p.due_on, p.kept_on, v.visited_on AS made_on
            FROM visit_promise p JOIN visit v ON v.id = p.visit_id JOIN visit_child c ON c.visit_id = v.id
            WHERE c.child_id = #{child} AND p.kept_on IS NULL AND v.actor = #{actor}
              AND COALESCE(v.family_id, 0) = #{family}
            ORDER BY p.due_on IS NULL, p.due_on, p.id
            """)
    List<OpenPromiseRow> openPromises(
            @Param("child") long child, @Param("actor") String actor, @Param("family") long family);

    /** The children a promise was made to, and in which capacity. */
    @Select("""
            SELECT c.child_id, v.actor, v.family_id
            FROM visit_promise p JOIN visit v ON v.id = p.visit_id JOIN visit_child c ON c.visit_id = v.id
            WHERE p.id = #{promise} ORDER BY c.child_id
            """)
    List<PromiseeRow> promisees(long promise);

    @Select("<script>SELECT id, visit_id, kind, words_sealed, by_name, by_phone, by_account, at FROM visit_remark"
            + " WHERE visit_id IN " + IDS + " ORDER BY id</script>")
    List<RemarkRow> remarks(@Param("ids") Collection<Long> ids);

    /** What people at home said: a no outweighs any yes. */
    @Select("<script>SELECT visit_id, MIN(as_told) AS as_told FROM visit_confirmation WHERE visit_id IN " + IDS
            + " GROUP BY visit_id</script>")
    List<ConfirmedRow> confirmed(@Param("ids") Collection<Long> ids);

    @Select("""
            SELECT id, visit_id, child_id, audience, words_sealed, with_photos FROM visit_release
            WHERE child_id = #{child} AND audience = #{audience} AND withdrawn_at IS NULL
            """)
    List<ReleaseRow> releases(@Param("child") long child, @Param("audience") String audience);

    @Select("""
            SELECT id, visit_id, child_id, audience, words_sealed, with_photos FROM visit_release
            WHERE visit_id = #{visit} AND withdrawn_at IS NULL ORDER BY id
            """)
    List<ReleaseRow> releasesOf(long visit);

    /** Visits of the last weeks to these children that this adult has said nothing about. */
    @Select("""
            <script>
            SELECT DISTINCT v.id, v.visited_on, v.actor, v.actor_name, v.family_id
            FROM visit v JOIN visit_child c ON c.visit_id = v.id
            WHERE c.child_id IN <foreach collection='children' item='child' open='(' separator=',' close=')'>#{child}</foreach>
              AND v.outcome = 'MET' AND v.visited_on &gt;= #{from}
              AND NOT EXISTS (SELECT 1 FROM visit_confirmation k WHERE k.visit_id = v.id AND k.adult_id IN
                <foreach collection='adults' item='adult' open='(' separator=',' close=')'>#{adult}</foreach>)
            ORDER BY v.visited_on DESC, v.id DESC LIMIT 50
            </script>
            """)
    List<ToConfirmRow> toConfirm(
            @Param("children") Set<Long> children, @Param("adults") Set<Long> adults, @Param("from") LocalDate from);

    /** Own visits whose last question nobody has answered, to children one still visits; null for officers. */
    @Select("""
            <script>
            SELECT COUNT(DISTINCT v.id) FROM visit v
            JOIN visit_child c ON c.visit_id = v.id
            JOIN visit_remark q ON q.visit_id = v.id AND q.kind = 'QUESTION'
            WHERE v.recorded_by = #{account}
            <if test='children != null'>
              AND c.child_id IN <foreach collection='children' item='child' open='(' separator=',' close=')'>#{child}</foreach>
            </if>
              AND NOT EXISTS (SELECT 1 FROM visit_remark a WHERE a.visit_id = v.id AND a.kind = 'ANSWER' AND a.id > q.id)
            </script>
            """)
    int openQuestions(@Param("account") long account, @Param("children") @Nullable Set<Long> children);

    record VisitRow(
            long id,
            @Nullable Long familyId,
            String actor,
            String actorName,
            long recordedBy,
            LocalDate visitedOn,
            String outcome,
            @Nullable String missedReason,
            @Nullable String missedSealed,
            String went,
            String met,
            String topics,
            String guardianTopics,
            @Nullable String childCondition,
            @Nullable String noteSealed,
            @Nullable String neglectBy,
            @Nullable String neglectSealed,
            @Nullable LocalDateTime begunAt,
            @Nullable LocalDateTime savedAt,
            LocalDateTime recordedAt) {}

    record ChildRow(long visitId, long childId, @Nullable String childCondition) {}

    record SafetyRow(String item, String finding, @Nullable String wordsSealed) {}

    record PromiseRow(
            long id,
            String wordsSealed,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate keptOn) {}

    record OpenPromiseRow(
            long id,
            String wordsSealed,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate keptOn,
            LocalDate madeOn) {}

    record PromiseeRow(long childId, String actor, @Nullable Long familyId) {}

    record RemarkRow(
            long id,
            long visitId,
            String kind,
            @Nullable String wordsSealed,
            String byName,
            @Nullable Long byPhone,
            @Nullable Long byAccount,
            LocalDateTime at) {}

    record ConfirmedRow(long visitId, boolean asTold) {}

    record ReleaseRow(
            long id,
            long visitId,
            long childId,
            String audience,
            @Nullable String wordsSealed,
            boolean withPhotos) {}

    record ToConfirmRow(
            long id,
            LocalDate visitedOn,
            String actor,
            String actorName,
            @Nullable Long familyId) {}
}

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
import org.tongxing.kernel.Scope;
import org.tongxing.persistence.WithinTie;
import org.tongxing.persistence.WithoutScope;

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
    @Select("<script>SELECT " + COLUMNS + " FROM visit v WHERE " + VisitScope.IN_SCOPE
            + " ORDER BY v.visited_on DESC, v.id DESC LIMIT 100</script>")
    List<VisitRow> in(@Param("scope") Scope scope);

    @Select("<script>SELECT " + COLUMNS + " FROM visit v WHERE v.id = #{id} AND " + VisitScope.IN_SCOPE + "</script>")
    @Nullable
    VisitRow find(@Param("scope") Scope scope, @Param("id") long id);

    /** Whom visits were to; whether the phone is near them is asked next. */
    @Select("<script>SELECT DISTINCT child_id FROM visit_child WHERE visit_id IN " + IDS
            + " ORDER BY child_id</script>")
    List<Long> about(@Param("ids") Collection<Long> ids);

    /** Of the children of visits those within the scope. */
    @Select("<script>SELECT a.visit_id, a.child_id, a.child_condition FROM visit_child a"
            + " JOIN visit v ON v.id = a.visit_id JOIN child c ON c.id = a.child_id WHERE a.visit_id IN " + IDS
            + " AND "
            + VisitScope.CHILD + " ORDER BY a.visit_id, a.child_id</script>")
    List<ChildRow> children(@Param("scope") Scope scope, @Param("ids") Collection<Long> ids);

    @Select("<script>SELECT s.item, s.finding, s.words_sealed FROM visit_safety s JOIN visit v ON v.id = s.visit_id"
            + " WHERE s.visit_id = #{visit} AND " + VisitScope.IN_SCOPE + " ORDER BY s.item</script>")
    List<SafetyRow> safety(@Param("scope") Scope scope, @Param("visit") long visit);

    @Select("<script>SELECT p.id, p.words_sealed, p.due_on, p.kept_on FROM visit_promise p"
            + " JOIN visit v ON v.id = p.visit_id WHERE p.visit_id = #{visit} AND " + VisitScope.IN_SCOPE
            + " ORDER BY p.id</script>")
    List<PromiseRow> promises(@Param("scope") Scope scope, @Param("visit") long visit);

    @Select("<script>SELECT p.id, p.words_sealed, p.due_on, p.kept_on, v.visited_on AS made_on"
            + " FROM visit_promise p JOIN visit v ON v.id = p.visit_id WHERE p.kept_on IS NULL AND v.actor = #{actor}"
            + " AND COALESCE(v.family_id, 0) = #{family} AND " + VisitScope.IN_SCOPE
            + " ORDER BY p.due_on IS NULL, p.due_on, p.id</script>")
    List<OpenPromiseRow> openPromises(
            @Param("scope") Scope scope, @Param("actor") String actor, @Param("family") long family);

    /** The children a promise was made to, and in which capacity; nothing of what was promised. */
    @WithoutScope("whether the phone visits one of these children is asked of what this answers")
    @Select("""
            SELECT c.child_id, v.actor, v.family_id
            FROM visit_promise p JOIN visit v ON v.id = p.visit_id JOIN visit_child c ON c.visit_id = v.id
            WHERE p.id = #{promise} ORDER BY c.child_id
            """)
    List<PromiseeRow> promisees(long promise);

    @Select("<script>SELECT r.id, r.visit_id, r.kind, r.words_sealed, r.by_name, r.by_phone, r.by_account, r.at"
            + " FROM visit_remark r JOIN visit v ON v.id = r.visit_id WHERE r.visit_id IN " + IDS + " AND "
            + VisitScope.IN_SCOPE + " ORDER BY r.id</script>")
    List<RemarkRow> remarks(@Param("scope") Scope scope, @Param("ids") Collection<Long> ids);

    /** What people at home said: a no outweighs any yes. */
    @Select("<script>SELECT k.visit_id, MIN(k.as_told) AS as_told FROM visit_confirmation k"
            + " JOIN visit v ON v.id = k.visit_id WHERE k.visit_id IN " + IDS + " AND " + VisitScope.IN_SCOPE
            + " GROUP BY k.visit_id</script>")
    List<ConfirmedRow> confirmed(@Param("scope") Scope scope, @Param("ids") Collection<Long> ids);

    String RELEASED = "<script>SELECT r.id, r.visit_id, r.child_id, r.audience, r.words_sealed, r.with_photos"
            + " FROM visit_release r JOIN visit v ON v.id = r.visit_id JOIN child c ON c.id = r.child_id"
            + " WHERE r.withdrawn_at IS NULL AND " + VisitScope.CHILD;

    @Select(RELEASED + " AND r.audience = #{audience}</script>")
    List<ReleaseRow> releases(@Param("scope") Scope scope, @Param("audience") String audience);

    @Select(RELEASED + " AND r.visit_id = #{visit} ORDER BY r.id</script>")
    List<ReleaseRow> releasesOf(@Param("scope") Scope scope, @Param("visit") long visit);

    /** Visits of the last weeks to these children that this adult has said nothing about. */
    @WithinTie("child")
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

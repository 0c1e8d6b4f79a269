package org.tongxing.companion;

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
import org.tongxing.persistence.ReadyVolunteer;
import org.tongxing.persistence.WithinTie;
import org.tongxing.persistence.WithoutScope;

/** Episodes of volunteers with children; every step is a compare-and-set. */
@Mapper
interface CompanionMapper {

    String ROWS = """
            SELECT p.id, p.child_id, c.name AS child_name, p.volunteer_id, v.name AS volunteer_name, p.kind, p.status,
                   p.plan, p.starts_on, p.ends_on, p.end_reason, p.proposed_by, a.display_name AS proposed_by_name,
                   p.proposed_at, p.decision, p.ended_by
            FROM companionship p JOIN child c ON c.id = p.child_id JOIN volunteer v ON v.id = p.volunteer_id
            LEFT JOIN account a ON a.id = p.proposed_by WHERE
            """;

    /** The volunteer still helps where the child lives. */
    String HELPS_THERE = ReadyVolunteer.ON_THE_DAY + """
             AND EXISTS (SELECT 1 FROM membership m WHERE m.phone_account_id = v.phone_account_id
                           AND m.kind = 'VOLUNTEER' AND m.state = 'CONFIRMED'
                           AND LEFT(m.division_code, 9) = LEFT(c.village_code, 9))
            """;

    @Select("<script>" + ROWS + ChildScope.IN_SCOPE + " AND p.id = #{id}</script>")
    @Nullable
    Row find(@Param("scope") Scope scope, @Param("id") long id);

    @Select("<script>" + ROWS + ChildScope.IN_SCOPE + " AND p.child_id = #{child} ORDER BY p.id DESC LIMIT 50</script>")
    List<Row> ofChild(@Param("scope") Scope scope, @Param("child") long child);

    @Select("<script>" + ROWS + ChildScope.IN_SCOPE
            + " AND p.volunteer_id = #{volunteer} ORDER BY p.id DESC LIMIT 50</script>")
    List<Row> ofVolunteer(@Param("scope") Scope scope, @Param("volunteer") long volunteer);

    @Select("<script>" + ROWS + ChildScope.IN_SCOPE + " AND p.status = 'PROPOSED' ORDER BY p.id LIMIT 200</script>")
    List<Row> waiting(@Param("scope") Scope scope);

    /** The volunteers who help where a child lives, with what the rules ask of each. */
    @Select("<script>SELECT v.id, v.name, v.kind, v.organisation, v.sex, "
            + "(SELECT COUNT(*) FROM companionship l WHERE l.volunteer_id = v.id AND l.status = 'ACTIVE') AS children, "
            + "(SELECT COUNT(*) FROM adult k JOIN phone_account f ON f.id = v.phone_account_id WHERE k.child_id = c.id"
            + " AND (k.phone_digest = f.phone_digest OR (k.access != 'OPEN' AND k.name = v.name))) AS around"
            + " FROM child c JOIN volunteer v ON " + HELPS_THERE + " WHERE c.id = #{child} AND "
            + ChildScope.IN_SCOPE
            + " <if test='volunteer != null'>AND v.id = #{volunteer}</if> ORDER BY children, v.id LIMIT 200</script>")
    List<Helper> helpers(
            @Param("scope") Scope scope,
            @Param("child") long child,
            @Param("volunteer") @Nullable Long volunteer,
            @Param("on") LocalDate on);

    @Select("SELECT id FROM child WHERE id = #{child} FOR UPDATE")
    long lockChild(long child);

    @Select("SELECT id FROM volunteer WHERE id = #{volunteer} FOR UPDATE")
    long lockVolunteer(long volunteer);

    @Select("SELECT COUNT(*) FROM companionship WHERE child_id = #{child} AND kind = #{kind} AND status = 'ACTIVE'")
    int active(@Param("child") long child, @Param("kind") String kind);

    @Insert("""
            INSERT INTO companionship (child_id, volunteer_id, kind, status, plan, starts_on, proposed_by, proposed_at)
            VALUES (#{child}, #{volunteer}, #{kind}, 'PROPOSED', #{plan}, #{startsOn}, #{by}, #{now})
            """)
    void propose(
            @Param("child") long child,
            @Param("volunteer") long volunteer,
            @Param("kind") String kind,
            @Param("plan") String plan,
            @Param("startsOn") LocalDate startsOn,
            @Param("by") long by,
            @Param("now") LocalDateTime now);

    @Update("""
            UPDATE companionship SET status = 'ACTIVE', starts_on = GREATEST(starts_on, #{today}), decided_by = #{by},
                   decided_at = #{now}
            WHERE id = #{id} AND status = 'PROPOSED' AND proposed_by <> #{by}
            """)
    int confirm(
            @Param("id") long id,
            @Param("by") long by,
            @Param("today") LocalDate today,
            @Param("now") LocalDateTime now);

    @Update("""
            UPDATE companionship SET status = 'REFUSED', decision = #{reason}, decided_by = #{by}, decided_at = #{now}
            WHERE id = #{id} AND status = 'PROPOSED'
            """)
    int refuse(
            @Param("id") long id,
            @Param("by") long by,
            @Param("reason") String reason,
            @Param("now") LocalDateTime now);

    @Update("""
            UPDATE companionship SET status = 'ENDED', ends_on = GREATEST(starts_on, #{today}), end_reason = #{reason},
                   ended_by = #{by}, ended_at = #{now}
            WHERE id = #{id} AND status = 'ACTIVE'
            """)
    int end(
            @Param("id") long id,
            @Param("reason") String reason,
            @Param("by") @Nullable Long by,
            @Param("today") LocalDate today,
            @Param("now") LocalDateTime now);

    /** Whatever a stopped volunteer had: the episodes end, the proposals are off. */
    @Update("""
            UPDATE companionship SET ends_on = IF(status = 'ACTIVE', GREATEST(starts_on, #{today}), ends_on),
                   end_reason = 'VOLUNTEER_STOPPED', ended_at = #{now},
                   status = IF(status = 'ACTIVE', 'ENDED', 'REFUSED')
            WHERE status IN ('ACTIVE', 'PROPOSED')
              AND volunteer_id = (SELECT v.id FROM volunteer v WHERE v.phone_account_id = #{account})
            """)
    int endAllOf(@Param("account") long account, @Param("today") LocalDate today, @Param("now") LocalDateTime now);

    /** Active episodes that may not go on, with the reason. */
    @WithoutScope("the clock ends them; ids alone")
    @Select("SELECT p.id, CASE WHEN c.left_on IS NOT NULL AND c.left_on <= #{on} THEN 'CHILD_LEFT' WHEN NOT ("
            + HELPS_THERE + """
            ) THEN 'VOLUNTEER_STOPPED' WHEN EXISTS (
                 SELECT 1 FROM adult k JOIN phone_account f ON f.id = v.phone_account_id
                 WHERE k.child_id = c.id AND k.access != 'OPEN' AND k.phone_digest = f.phone_digest)
               THEN 'VOLUNTEER_STOPPED'
             WHEN c.sex = 'FEMALE' AND COALESCE(v.sex, '') <> 'FEMALE' AND c.birth_on <= #{womanFrom}
               THEN 'GIRL_NEEDS_WOMAN' END AS reason
            FROM companionship p JOIN child c ON c.id = p.child_id JOIN volunteer v ON v.id = p.volunteer_id
            WHERE p.status = 'ACTIVE' HAVING reason IS NOT NULL ORDER BY p.id LIMIT 500
            """)
    List<Over> over(@Param("on") LocalDate on, @Param("womanFrom") LocalDate womanFrom);

    /** What a volunteer sees of the own children, while the access holds. */
    @WithinTie("account")
    @Select(
            "SELECT p.id, p.child_id, p.kind, p.plan, p.starts_on FROM companionship p JOIN child c ON c.id = p.child_id"
                    + " JOIN volunteer v ON v.id = p.volunteer_id WHERE v.phone_account_id = #{account}"
                    + " AND p.status = 'ACTIVE' AND p.starts_on <= #{on} AND (c.left_on IS NULL OR c.left_on > #{on}) AND "
                    + HELPS_THERE + " ORDER BY p.id")
    List<Mine> mine(@Param("account") long account, @Param("on") LocalDate on);

    record Row(
            long id,
            long childId,
            String childName,
            long volunteerId,
            String volunteerName,
            String kind,
            String status,
            String plan,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable String endReason,
            long proposedBy,
            @Nullable String proposedByName,
            LocalDateTime proposedAt,
            @Nullable String decision,
            @Nullable Long endedBy) {}

    /** @param around how many adults on file with the child this person may be */
    record Helper(
            long id,
            String name,
            String kind,
            @Nullable String organisation,
            @Nullable String sex,
            int children,
            int around) {}

    record Over(long id, String reason) {}

    record Mine(long id, long childId, String kind, String plan, LocalDate startsOn) {}
}

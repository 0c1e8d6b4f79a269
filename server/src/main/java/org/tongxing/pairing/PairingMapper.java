package org.tongxing.pairing;

import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.Scope;
import org.tongxing.persistence.ChildScope;
import org.tongxing.persistence.FamilyScope;
import org.tongxing.persistence.StrictMapper;
import org.tongxing.persistence.WithinTie;

@Mapper
interface PairingMapper extends StrictMapper<Pairing> {

    String EPISODE = """
            SELECT p.id, p.child_id, p.family_id, f.cadre_name, f.cadre_sex, f.unit_id, p.starts_on, p.ends_on,
                   p.end_reason, p.status, p.paired_at, c.village_code
            FROM pairing p JOIN cadre_family f ON f.id = p.family_id JOIN child c ON c.id = p.child_id
            """;

    /** Serialises all changes of one child's pairings. */
    @Select("SELECT id FROM child WHERE id = #{child} FOR UPDATE")
    @Nullable
    Long lockChild(long child);

    @Select("""
            SELECT COUNT(*) FROM pairing
            WHERE child_id = #{child} AND kind = 'FAMILY' AND status IN ('ACTIVE', 'ENDED')
              AND (ends_on IS NULL OR ends_on > #{startsOn})
            """)
    int countOverlaps(@Param("child") long child, @Param("startsOn") LocalDate startsOn);

    @Select("<script>SELECT p.* FROM pairing p JOIN child c ON c.id = p.child_id WHERE p.id = #{id} AND "
            + ChildScope.IN_SCOPE + "</script>")
    @Nullable
    Pairing find(@Param("scope") Scope scope, @Param("id") long id);

    @Select("<script>" + EPISODE + " WHERE p.child_id = #{child} AND p.status IN ('ACTIVE', 'ENDED') AND "
            + ChildScope.IN_SCOPE + " ORDER BY p.starts_on, p.id</script>")
    List<EpisodeRow> ofChild(@Param("scope") Scope scope, @Param("child") long child);

    /** Lets an episode go on as if its successor had never been: the successor was a mistake. */
    @Update("""
            UPDATE pairing SET status = 'ACTIVE', ends_on = NULL, end_reason = NULL, hand_over = NULL, ended_by = NULL,
                               ended_at = NULL, version = version + 1
            WHERE id = #{id} AND status = 'ENDED'
            """)
    int goOn(long id);

    /** Serialises all changes of one family's load. */
    @Select("SELECT id FROM cadre_family WHERE id = #{family} FOR UPDATE")
    @Nullable
    Long lockFamily(long family);

    @WithinTie("family")
    @Select(EPISODE + " WHERE p.family_id = #{family} AND p.status = 'ACTIVE' ORDER BY p.starts_on, p.id")
    List<EpisodeRow> activeOf(long family);

    /** How many children a family has now. */
    @Select("SELECT COUNT(*) FROM pairing WHERE family_id = #{family} AND status = 'ACTIVE'")
    int load(long family);

    /** All episodes, past and present, of the children of a scope. */
    @Select("<script>" + EPISODE + " WHERE p.kind = 'FAMILY' AND p.status IN ('ACTIVE', 'ENDED') AND "
            + ChildScope.IN_SCOPE + " ORDER BY p.child_id, p.starts_on</script>")
    List<EpisodeRow> in(@Param("scope") Scope scope);

    @WithinTie("family")
    @Select(EPISODE
            + " WHERE p.family_id = #{family} AND p.status IN ('ACTIVE', 'ENDED') ORDER BY p.starts_on DESC, p.id")
    List<EpisodeRow> ofFamily(long family);

    /** What a family has or had of the children of the scope. */
    @Select("<script>" + EPISODE + " WHERE p.family_id = #{family} AND p.status IN ('ACTIVE', 'ENDED') AND "
            + ChildScope.IN_SCOPE + " ORDER BY p.starts_on DESC, p.id</script>")
    List<EpisodeRow> ofFamilyIn(@Param("scope") Scope scope, @Param("family") long family);

    /** What is asked for in a place, the oldest first. */
    @Select("""
            <script>
            SELECT p.id, p.child_id, p.family_id, c.name AS child_name, f.cadre_name, p.starts_on, p.paired_by,
                   p.paired_by_name, p.paired_at
            FROM pairing p JOIN child c ON c.id = p.child_id JOIN cadre_family f ON f.id = p.family_id
            WHERE p.status = 'REQUESTED' AND
            """ + ChildScope.IN_SCOPE + " ORDER BY p.paired_at, p.id</script>")
    List<RequestRow> requests(@Param("scope") Scope scope);

    @Insert("""
            INSERT INTO pairing_waiver (pairing_id, clause, reason, expires_on)
            VALUES (#{pairing}, #{waiver.clause}, #{waiver.reason}, #{waiver.until})
            """)
    void insertWaiver(@Param("pairing") long pairing, @Param("waiver") Waiver waiver);

    @Update("UPDATE pairing_waiver SET approved_by = #{by} WHERE pairing_id = #{pairing}")
    void approveWaivers(@Param("pairing") long pairing, @Param("by") long by);

    String WAIVER = """
            <script>
            SELECT w.pairing_id, w.clause, w.reason, w.expires_on
            FROM child c JOIN pairing p ON p.child_id = c.id JOIN pairing_waiver w ON w.pairing_id = p.id WHERE
            """;

    /** What another person is asked to waive. */
    @Select(WAIVER + " p.status = 'REQUESTED' AND " + ChildScope.IN_SCOPE + " ORDER BY w.id</script>")
    List<WaiverRow> waiversAsked(@Param("scope") Scope scope);

    /** The allowed waivers of the active pairings. */
    @Select(WAIVER + " p.status = 'ACTIVE' AND w.approved_by IS NOT NULL AND " + ChildScope.IN_SCOPE + "</script>")
    List<WaiverRow> waiversIn(@Param("scope") Scope scope);

    record WaiverRow(long pairingId, String clause, String reason, LocalDate expiresOn) {}

    /** What the last family left to know for whoever comes next. */
    @WithinTie("family")
    @Select("""
            SELECT hand_over FROM pairing
            WHERE child_id = #{child} AND status = 'ENDED' AND kind = 'FAMILY' AND family_id <> #{family}
            ORDER BY ends_on DESC, id DESC LIMIT 1
            """)
    @Nullable
    String handOver(@Param("child") long child, @Param("family") long family);

    record RequestRow(
            long id,
            long childId,
            long familyId,
            String childName,
            String cadreName,
            LocalDate startsOn,
            @Nullable Long pairedBy,
            @Nullable String pairedByName,
            java.time.LocalDateTime pairedAt) {}

    @Select("""
            <script>
            SELECT p.family_id, COUNT(*) AS children FROM pairing p JOIN cadre_family f ON f.id = p.family_id
            WHERE p.status = 'ACTIVE' AND p.kind = 'FAMILY' AND
            """ + FamilyScope.IN_SCOPE + " GROUP BY p.family_id</script>")
    List<LoadRow> loads(@Param("scope") Scope scope);

    record EpisodeRow(
            long id,
            long childId,
            long familyId,
            String cadreName,
            String cadreSex,
            long unitId,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable String endReason,
            String status,
            java.time.LocalDateTime pairedAt,
            String villageCode) {}

    record LoadRow(long familyId, int children) {}
}

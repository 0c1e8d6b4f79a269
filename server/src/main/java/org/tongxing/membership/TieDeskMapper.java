package org.tongxing.membership;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.Scope;
import org.tongxing.persistence.ChildScope;
import org.tongxing.persistence.Paging;
import org.tongxing.persistence.WithoutScope;

/** Ties as those see them who answer for them. */
@Mapper
interface TieDeskMapper {

    String IN_SCOPE = """
            m.division_code LIKE CONCAT(#{scope.division.value}, '%')
            <if test='scope.unitId != null'>
              AND EXISTS (SELECT 1 FROM cadre_family sf WHERE sf.id = m.family_id AND sf.unit_id = #{scope.unitId})
            </if>
            """;

    String MATCHING = " WHERE " + IN_SCOPE + """
            <if test='filter.state != null'>AND m.state = #{filter.state}</if>
            <if test='filter.kind != null'>AND m.kind = #{filter.kind}</if>
            <if test='filter.name != null'>AND m.display_name LIKE CONCAT(#{filter.name}, '%')</if>
            <if test='filter.phoneDigest != null'>AND p.phone_digest = #{filter.phoneDigest}</if>
            """;

    String ROWS = """
            SELECT m.id, m.phone_account_id, m.kind, m.state, m.source, m.anew, m.family_id, m.adult_id, m.child_id,
                   m.account_id, m.division_code, d.name AS division_name, m.display_name, a.relation, a.access,
                   u.name AS unit_name, f.state AS family_state, c.name AS child_name,
                   COALESCE(a.phone_sealed, f.phone_sealed, o.phone_sealed) AS file_sealed,
                   COALESCE(a.phone_digest, f.phone_digest, o.phone_digest) AS file_digest,
                   p.phone_sealed AS own_sealed, p.phone_digest AS own_digest,
                   (SELECT COUNT(*) FROM membership x
                    WHERE x.adult_id = m.adult_id AND x.state = 'CONFIRMED' AND x.id != m.id)
                     + (SELECT COUNT(*) FROM membership x
                        WHERE x.family_id = m.family_id AND x.state = 'CONFIRMED' AND x.id != m.id) AS others,
                   (SELECT COUNT(*) FROM membership x WHERE x.phone_account_id = m.phone_account_id AND x.id != m.id
                      AND x.kind = m.kind AND x.state IN ('REFUSED', 'REVOKED')
                      AND (x.state = 'REFUSED' OR x.ended_by IS NOT NULL)
                      AND COALESCE(x.adult_id, 0) = COALESCE(m.adult_id, 0)
                      AND COALESCE(x.family_id, 0) = COALESCE(m.family_id, 0)) AS refusals,
                   m.requested_at, m.decided_by, m.decided_at, m.ended_by, m.ended_at, m.end_reason
            FROM membership m JOIN phone_account p ON p.id = m.phone_account_id
            LEFT JOIN adult a ON a.id = m.adult_id LEFT JOIN child c ON c.id = m.child_id
            LEFT JOIN cadre_family f ON f.id = m.family_id LEFT JOIN unit u ON u.id = f.unit_id
            LEFT JOIN account o ON o.id = m.account_id LEFT JOIN division d ON d.code = m.division_code
            """;

    String ORDER = """
            ORDER BY
            <choose>
              <when test="filter.state == 'REQUESTED'">m.requested_at, m.id</when>
              <otherwise>COALESCE(m.ended_at, m.decided_at, m.requested_at) DESC, m.id DESC</otherwise>
            </choose>
            """;

    /** What is counted for a tie is counted for those of the page only. */
    @Select("<script>" + ROWS
            + " JOIN (SELECT m.id FROM membership m JOIN phone_account p ON p.id = m.phone_account_id" + MATCHING
            + ORDER
            + " LIMIT #{paging.size} OFFSET #{paging.offset}) page ON page.id = m.id " + ORDER + "</script>")
    List<Row> list(@Param("scope") Scope scope, @Param("filter") Filter filter, @Param("paging") Paging paging);

    @Select("<script>SELECT COUNT(*) FROM membership m JOIN phone_account p ON p.id = m.phone_account_id" + MATCHING
            + "</script>")
    long count(@Param("scope") Scope scope, @Param("filter") Filter filter);

    @Select("<script>SELECT m.state AS state, COUNT(*) AS ties FROM membership m WHERE " + IN_SCOPE
            + " GROUP BY m.state</script>")
    List<StateCount> states(@Param("scope") Scope scope);

    @Select("<script>" + ROWS + " WHERE m.id = #{id} AND " + IN_SCOPE + "</script>")
    @Nullable
    Row find(@Param("scope") Scope scope, @Param("id") long id);

    /** Serialises all decisions about one tie. */
    @Select("<script>SELECT m.state FROM membership m WHERE m.id = #{id} AND " + IN_SCOPE + " FOR UPDATE</script>")
    @Nullable
    String lock(@Param("scope") Scope scope, @Param("id") long id);

    /** How many are on file with these numbers; one person around several children is one name. */
    @WithoutScope("Whether a number is somebody else's too is asked of the whole country; how many come back, not who")
    @Select("""
            <script>
            SELECT digest, COUNT(*) AS people FROM (
            SELECT phone_digest AS digest, name FROM adult WHERE phone_digest IN
            <foreach collection='digests' item='digest' open='(' separator=',' close=')'>#{digest}</foreach>
            UNION
            SELECT phone_digest, cadre_name FROM cadre_family WHERE phone_digest IN
            <foreach collection='digests' item='digest' open='(' separator=',' close=')'>#{digest}</foreach>
            UNION
            SELECT phone_digest, display_name FROM account WHERE phone_digest IN
            <foreach collection='digests' item='digest' open='(' separator=',' close=')'>#{digest}</foreach>
            ) on_file GROUP BY digest
            </script>
            """)
    List<Holder> holders(@Param("digests") Collection<String> digests);

    @Update("UPDATE membership SET state = #{state}, decided_by = #{by}, decided_at = #{now}, end_reason = #{reason}"
            + " WHERE id = #{id}")
    void decide(
            @Param("id") long id,
            @Param("state") String state,
            @Param("by") long by,
            @Param("reason") @Nullable String reason,
            @Param("now") LocalDateTime now);

    @Update("UPDATE membership SET state = 'REVOKED', ended_by = #{by}, ended_at = #{now}, end_reason = #{reason}"
            + " WHERE id = #{id}")
    void revoke(
            @Param("id") long id,
            @Param("by") long by,
            @Param("reason") String reason,
            @Param("now") LocalDateTime now);

    /** The accounts tied as this adult, waiting or confirmed. */
    @Select("SELECT DISTINCT phone_account_id FROM membership WHERE adult_id = #{adult}"
            + " AND state IN ('REQUESTED', 'CONFIRMED')")
    List<Long> accountsOfAdult(long adult);

    @Select("SELECT DISTINCT phone_account_id FROM membership WHERE family_id = #{family}"
            + " AND state IN ('REQUESTED', 'CONFIRMED')")
    List<Long> accountsOfFamily(long family);

    /** How many phones are tied as each adult of a child. */
    @Select("""
            <script>
            SELECT m.adult_id, COUNT(IF(m.state = 'CONFIRMED', 1, NULL)) AS confirmed,
                   COUNT(IF(m.state = 'REQUESTED', 1, NULL)) AS requested
            FROM child c JOIN membership m ON m.child_id = c.id
            WHERE c.id = #{child} AND m.state IN ('REQUESTED', 'CONFIRMED') AND
            """ + ChildScope.IN_SCOPE + " GROUP BY m.adult_id</script>")
    List<AdultCount> ofChild(@Param("scope") Scope scope, @Param("child") long child);

    /** What to look for; what is null matches all. */
    record Filter(
            @Nullable String state,
            @Nullable String kind,
            @Nullable String name,
            @Nullable String phoneDigest) {}

    record StateCount(String state, long ties) {}

    record Holder(String digest, long people) {}

    record AdultCount(long adultId, int confirmed, int requested) {}

    record Row(
            long id,
            long phoneAccountId,
            String kind,
            String state,
            String source,
            @Nullable String anew,
            @Nullable Long familyId,
            @Nullable Long adultId,
            @Nullable Long childId,
            @Nullable Long accountId,
            String divisionCode,
            @Nullable String divisionName,
            @Nullable String displayName,
            @Nullable String relation,
            @Nullable String access,
            @Nullable String unitName,
            @Nullable String familyState,
            @Nullable String childName,
            @Nullable String fileSealed,
            @Nullable String fileDigest,
            @Nullable String ownSealed,
            @Nullable String ownDigest,
            int others,
            int refusals,
            LocalDateTime requestedAt,
            @Nullable Long decidedBy,
            @Nullable LocalDateTime decidedAt,
            @Nullable Long endedBy,
            @Nullable LocalDateTime endedAt,
            @Nullable String endReason) {}
}

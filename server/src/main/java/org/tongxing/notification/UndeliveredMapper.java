package org.tongxing.notification;

import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.Scope;
import org.tongxing.persistence.Paging;

/** What did not arrive, or may not have, as those see it who can phone instead. */
@Mapper
interface UndeliveredMapper {

    String OPEN = """
            n.settled_at IS NULL AND n.state IN ('UNKNOWN', 'FAILED', 'NO_CONSENT', 'NO_WECHAT')
              AND n.division_code LIKE CONCAT(#{scope.division.value}, '%')
            <if test='scope.unitId != null'>
              AND EXISTS (SELECT 1 FROM membership sm JOIN cadre_family sf ON sf.id = sm.family_id
                          WHERE sm.id = n.membership_id AND sf.unit_id = #{scope.unitId})
            </if>
            """;

    String PEOPLE = """
            SELECT l.id, l.phone_account_id, l.occasion, l.state, l.detail, l.finished_at, g.messages, g.since,
                   m.kind, m.display_name, m.child_id, d.name AS place_name, p.phone_sealed
            FROM (SELECT n.phone_account_id, COUNT(*) AS messages, MAX(n.id) AS latest, MIN(n.created_at) AS since
                  FROM notification n WHERE
            """ + OPEN + """
                  GROUP BY n.phone_account_id) g
            JOIN notification l ON l.id = g.latest JOIN phone_account p ON p.id = l.phone_account_id
            LEFT JOIN membership m ON m.id = l.membership_id LEFT JOIN division d ON d.code = l.division_code
            """;

    @Select("<script>" + PEOPLE + " ORDER BY g.since, l.id LIMIT #{paging.size} OFFSET #{paging.offset}</script>")
    List<Row> list(@Param("scope") Scope scope, @Param("paging") Paging paging);

    @Select("<script>SELECT COUNT(DISTINCT n.phone_account_id) FROM notification n WHERE " + OPEN + "</script>")
    long count(@Param("scope") Scope scope);

    @Select("<script>" + PEOPLE + " WHERE l.phone_account_id = #{account}</script>")
    @Nullable
    Row find(@Param("scope") Scope scope, @Param("account") long account);

    /** All of one person's in the scope: one call is enough. */
    @Update("""
            <script>
            UPDATE notification n SET n.settled_as = #{how}, n.settled_by = #{by}, n.settled_at = #{now}
            WHERE n.phone_account_id = #{account} AND
            """ + OPEN + "</script>")
    int settle(
            @Param("scope") Scope scope,
            @Param("account") long account,
            @Param("how") String how,
            @Param("by") long by,
            @Param("now") LocalDateTime now);

    record Row(
            long id,
            long phoneAccountId,
            String occasion,
            String state,
            @Nullable String detail,
            LocalDateTime finishedAt,
            int messages,
            LocalDateTime since,
            @Nullable String kind,
            @Nullable String displayName,
            @Nullable Long childId,
            @Nullable String placeName,
            @Nullable String phoneSealed) {}
}

package org.tongxing.volunteer;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.Scope;
import org.tongxing.persistence.Paging;
import org.tongxing.persistence.ReadyVolunteer;

/** Volunteers as those see them who answer for the places where they want to help. */
@Mapper
interface VolunteerDeskMapper {

    /** Somebody who was refused everywhere, or whose ties here have ended, is not of this place any more. */
    String IN_SCOPE = """
            EXISTS (SELECT 1 FROM membership s WHERE s.phone_account_id = v.phone_account_id AND s.kind = 'VOLUNTEER'
                      AND s.state IN ('REQUESTED', 'CONFIRMED')
                      AND s.division_code LIKE CONCAT(#{scope.division.value}, '%')
                      <if test='scope.unitId != null or scope.childIds != null'>AND 1 = 0</if>)
            """;

    String HELPS = """
            EXISTS (SELECT 1 FROM membership h WHERE h.phone_account_id = v.phone_account_id AND h.kind = 'VOLUNTEER'
                      AND h.state = 'CONFIRMED' AND h.division_code LIKE CONCAT(#{scope.division.value}, '%'))
            """;

    String STANDING = "CASE WHEN v.suspended_at IS NOT NULL THEN 'SUSPENDED'"
            + " WHEN " + HELPS + " AND " + ReadyVolunteer.ON_THE_DAY + " THEN 'HELPING' WHEN " + HELPS
            + " THEN 'EXPIRED' WHEN " + ReadyVolunteer.ON_THE_DAY
            + " THEN 'TO_CONFIRM' ELSE 'TO_CHECK' END";

    String ROWS = "SELECT v.id, v.phone_account_id, v.kind, v.name, v.organisation, p.phone_sealed, v.screened_on,"
            + " v.screening, v.trained_on, v.suspended_at, v.registered_at, " + STANDING + " AS standing,"
            + """
             (SELECT GROUP_CONCAT(d.name ORDER BY d.code SEPARATOR '、') FROM membership t
                JOIN division d ON d.code = t.division_code
                WHERE t.phone_account_id = v.phone_account_id AND t.kind = 'VOLUNTEER'
                  AND t.state IN ('REQUESTED', 'CONFIRMED')
                  AND t.division_code LIKE CONCAT(#{scope.division.value}, '%')) AS places,
             (SELECT COUNT(*) FROM membership q WHERE q.phone_account_id = v.phone_account_id AND q.kind = 'VOLUNTEER'
                AND q.state = 'REQUESTED' AND q.division_code LIKE CONCAT(#{scope.division.value}, '%')) AS asking,
             (SELECT COUNT(*) FROM wish_claim w WHERE w.live_claimer = v.phone_account_id) AS promises,
             (SELECT COUNT(*) FROM volunteer x WHERE x.id_digest = v.id_digest AND x.id != v.id) AS same_person
            FROM volunteer v JOIN phone_account p ON p.id = v.phone_account_id
            """;

    String MATCHING = " WHERE " + IN_SCOPE + """
            <if test='filter.standing != null'>AND (""" + STANDING + """
             ) = #{filter.standing}</if>
            <if test='filter.kind != null'>AND v.kind = #{filter.kind}</if>
            <if test='filter.beginning != null'>
              AND (v.name LIKE CONCAT(#{filter.beginning}, '%') OR v.organisation LIKE CONCAT(#{filter.beginning}, '%'))
            </if>
            """;

    @Select("<script>" + ROWS + MATCHING
            + " ORDER BY v.registered_at DESC, v.id DESC LIMIT #{paging.size} OFFSET #{paging.offset}</script>")
    List<Row> list(
            @Param("scope") Scope scope,
            @Param("filter") Filter filter,
            @Param("on") LocalDate on,
            @Param("paging") Paging paging);

    @Select("<script>SELECT COUNT(*) FROM volunteer v" + MATCHING + "</script>")
    long count(@Param("scope") Scope scope, @Param("filter") Filter filter, @Param("on") LocalDate on);

    @Select("<script>SELECT standing, COUNT(*) AS volunteers FROM (SELECT " + STANDING
            + " AS standing FROM volunteer v WHERE " + IN_SCOPE + ") t GROUP BY standing</script>")
    List<StandingCount> standings(@Param("scope") Scope scope, @Param("on") LocalDate on);

    @Select("<script>" + ROWS + " WHERE v.id = #{id} AND " + IN_SCOPE + "</script>")
    @Nullable
    Row find(@Param("scope") Scope scope, @Param("id") long id, @Param("on") LocalDate on);

    /** Where in this scope the volunteer helps or wants to, each place with its own tie. */
    @Select("""
            SELECT m.id AS tie, COALESCE(d.name, m.division_code) AS name, m.state FROM membership m
            LEFT JOIN division d ON d.code = m.division_code
            WHERE m.phone_account_id = #{account} AND m.kind = 'VOLUNTEER' AND m.state IN ('REQUESTED', 'CONFIRMED')
              AND m.division_code LIKE CONCAT(#{scope.division.value}, '%') ORDER BY m.division_code
            """)
    List<PlaceRow> places(@Param("scope") Scope scope, @Param("account") long account);

    /** The ties of this volunteer that wait in this scope. */
    @Select("""
            SELECT id FROM membership WHERE phone_account_id = #{account} AND kind = 'VOLUNTEER' AND state = 'REQUESTED'
              AND division_code LIKE CONCAT(#{scope.division.value}, '%') ORDER BY id
            """)
    List<Long> requests(@Param("scope") Scope scope, @Param("account") long account);

    @Update("""
            UPDATE volunteer SET screened_on = #{on}, screening = #{result}, screened_by = #{by}, version = version + 1
            WHERE id = #{id} AND left_at IS NULL
            """)
    int screen(@Param("id") long id, @Param("on") LocalDate on, @Param("result") String result, @Param("by") long by);

    @Update("""
            UPDATE volunteer SET trained_on = #{on}, trained_by = #{by}, version = version + 1
            WHERE id = #{id} AND left_at IS NULL
            """)
    int train(@Param("id") long id, @Param("on") LocalDate on, @Param("by") long by);

    /** What to look for; what is null matches all. */
    record Filter(
            @Nullable String standing,
            @Nullable String kind,
            @Nullable String beginning) {}

    record PlaceRow(long tie, String name, String state) {}

    record StandingCount(String standing, long volunteers) {}

    record Row(
            long id,
            long phoneAccountId,
            String kind,
            String name,
            @Nullable String organisation,
            @Nullable String phoneSealed,
            @Nullable LocalDate screenedOn,
            @Nullable String screening,
            @Nullable LocalDate trainedOn,
            @Nullable LocalDateTime suspendedAt,
            LocalDateTime registeredAt,
            String standing,
            @Nullable String places,
            int asking,
            int promises,
            int samePerson) {}
}

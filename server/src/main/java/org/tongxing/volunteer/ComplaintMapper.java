package org.tongxing.volunteer;

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
import org.tongxing.persistence.Paging;
import org.tongxing.persistence.WithinTie;

/** Complaints, each with the place that heard it: whoever complained is answered, also when the volunteer has gone. */
@Mapper
interface ComplaintMapper {

    String STATE = "CASE WHEN c.settled_at IS NULL THEN 'OPEN' WHEN c.founded THEN 'FOUNDED' ELSE 'UNFOUNDED' END";

    String FROM = " FROM volunteer_complaint c JOIN volunteer v ON v.id = c.volunteer_id";

    String ROWS = "SELECT c.id, c.volunteer_id, v.phone_account_id, v.name, v.kind, v.organisation, c.raised_as,"
            + " c.about_sealed, c.raised_at, " + STATE + " AS state, c.settled_at, a.display_name AS settled_by_name,"
            + " c.reason_sealed" + FROM + " LEFT JOIN account a ON a.id = c.settled_by";

    /** Of a place of the scope, or about somebody who helps in one. */
    String IN_SCOPE =
            "(c.division_code LIKE CONCAT(#{scope.division.value}, '%') OR " + VolunteerDeskMapper.IN_SCOPE + """
            ) <if test='scope.unitId != null or scope.childIds != null'>AND 1 = 0</if>
            """;

    @Select("<script>" + ROWS + " WHERE " + IN_SCOPE + """
            <if test='state != null'>AND (""" + STATE + """
             ) = #{state}</if>
            <if test='volunteer != null'>AND c.volunteer_id = #{volunteer}</if>
            ORDER BY c.settled_at IS NOT NULL, COALESCE(c.settled_at, '9999-01-01') DESC, c.raised_at, c.id
            LIMIT #{paging.size} OFFSET #{paging.offset}
            </script>""")
    List<Row> list(
            @Param("scope") Scope scope,
            @Param("state") @Nullable String state,
            @Param("volunteer") @Nullable Long volunteer,
            @Param("paging") Paging paging);

    @Select("<script>SELECT state, COUNT(*) AS complaints FROM (SELECT " + STATE + " AS state" + FROM + " WHERE "
            + IN_SCOPE
            + "<if test='volunteer != null'>AND c.volunteer_id = #{volunteer}</if>) t GROUP BY state</script>")
    List<StateCount> states(@Param("scope") Scope scope, @Param("volunteer") @Nullable Long volunteer);

    @Select("<script>" + ROWS + " WHERE c.id = #{id} AND " + IN_SCOPE + "</script>")
    @Nullable
    Row find(@Param("scope") Scope scope, @Param("id") long id);

    /** What volunteers did for a child or are to do; of a wish nobody learns here who promised it. */
    @WithinTie("child")
    @Select("""
            SELECT v.id AS volunteer, 'WISH' AS occasion, w.what, NULL AS name, DATE(COALESCE(k.ended_at, k.claimed_at)) AS on_day,
                   COALESCE(o.id, 0) > 0 AS complained
            FROM wish w JOIN wish_claim k ON k.wish_id = w.id AND k.family_id IS NULL
            JOIN volunteer v ON v.phone_account_id = k.phone_account_id
            LEFT JOIN volunteer_complaint o ON o.volunteer_id = v.id AND o.open_phone = #{account}
            WHERE w.child_id = #{child} AND (k.ended_at IS NULL OR k.ended_at > #{since})
            UNION ALL
            SELECT v.id, 'COMPANION', p.plan, v.name, p.starts_on, COALESCE(o.id, 0) > 0
            FROM companionship p JOIN volunteer v ON v.id = p.volunteer_id
            LEFT JOIN volunteer_complaint o ON o.volunteer_id = v.id AND o.open_phone = #{account}
            WHERE p.child_id = #{child} AND p.status IN ('ACTIVE', 'ENDED') AND (p.ends_on IS NULL OR p.ends_on > #{since})
            UNION ALL
            SELECT v.id, 'ACTIVITY', a.title, v.name, DATE(a.starts_at), COALESCE(o.id, 0) > 0
            FROM activity_sign_up s JOIN activity a ON a.id = s.activity_id AND a.starts_at > #{since}
            JOIN activity_helper h ON h.activity_id = a.id AND h.state = 'CONFIRMED'
            JOIN volunteer v ON v.phone_account_id = h.phone_account_id
            LEFT JOIN volunteer_complaint o ON o.volunteer_id = v.id AND o.open_phone = #{account}
            WHERE s.child_id = #{child} AND s.state = 'SIGNED'
            ORDER BY on_day DESC, volunteer LIMIT 100
            """)
    List<HelpRow> helpOf(@Param("child") long child, @Param("account") long account, @Param("since") LocalDate since);

    /**
     * Refused by the database when the same phone has an open complaint about the same volunteer; were that ignored, so would
     * be everything else it refuses.
     */
    @Insert("""
            INSERT INTO volunteer_complaint (volunteer_id, division_code, about_sealed, raised_by, raised_phone, raised_as,
                                             raised_at)
            VALUES (#{volunteer}, #{division}, #{aboutSealed}, #{account}, #{phone}, #{as}, #{now})
            """)
    void raise(
            @Param("volunteer") long volunteer,
            @Param("division") String division,
            @Param("aboutSealed") String aboutSealed,
            @Param("account") @Nullable Long account,
            @Param("phone") @Nullable Long phone,
            @Param("as") String as,
            @Param("now") LocalDateTime now);

    @Update("UPDATE volunteer SET suspended_at = #{now}, version = version + 1"
            + " WHERE id = #{volunteer} AND suspended_at IS NULL")
    int suspend(@Param("volunteer") long volunteer, @Param("now") LocalDateTime now);

    /** Only when nothing is open, and nothing was found to be true. */
    @Update("""
            UPDATE volunteer SET suspended_at = NULL, version = version + 1
            WHERE id = #{volunteer} AND NOT EXISTS (SELECT 1 FROM volunteer_complaint c
                                                    WHERE c.volunteer_id = #{volunteer} AND (c.settled_at IS NULL OR c.founded))
            """)
    int reinstate(long volunteer);

    /** Never by whoever complained, at the console or on a phone that is known to be the same person's. */
    @Update("""
            UPDATE volunteer_complaint SET settled_by = #{by}, settled_at = #{now}, founded = #{founded},
                                           reason_sealed = #{reasonSealed}
            WHERE id = #{id} AND settled_at IS NULL AND (raised_by IS NULL OR raised_by <> #{by})
              AND NOT EXISTS (SELECT 1 FROM membership m WHERE m.phone_account_id = raised_phone AND m.account_id = #{by})
            """)
    int settle(
            @Param("id") long id,
            @Param("founded") boolean founded,
            @Param("reasonSealed") String reasonSealed,
            @Param("by") long by,
            @Param("now") LocalDateTime now);

    @Update("UPDATE volunteer_complaint SET division_code = #{into} WHERE division_code = #{from}")
    void move(@Param("from") String from, @Param("into") String into);

    record StateCount(String state, long complaints) {}

    record HelpRow(
            long volunteer,
            String occasion,
            String what,
            @Nullable String name,
            LocalDate onDay,
            boolean complained) {}

    record Row(
            long id,
            long volunteerId,
            long phoneAccountId,
            String name,
            String kind,
            @Nullable String organisation,
            String raisedAs,
            String aboutSealed,
            LocalDateTime raisedAt,
            String state,
            @Nullable LocalDateTime settledAt,
            @Nullable String settledByName,
            @Nullable String reasonSealed) {}
}

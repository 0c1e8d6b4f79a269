package org.tongxing.membership;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.tongxing.persistence.ReadyVolunteer;
import org.tongxing.persistence.WithinTie;
import org.tongxing.persistence.WithoutScope;

/** Ties as the people tied ask for them and give them up. */
@Mapper
interface MembershipMapper {

    /**
     * Whether what was confirmed still carries: the adult is not kept away, the family helps, the role is held, the
     * volunteer was checked and trained within a year and nobody has stopped it.
     */
    String HOLDS = """
            COALESCE((m.adult_id IS NULL OR a.access = 'OPEN')
              AND (m.family_id IS NULL OR f.state = 'CONFIRMED')
              AND (m.account_id IS NULL OR EXISTS (
                SELECT 1 FROM account o JOIN account_role r ON r.account_id = o.id
                WHERE o.id = m.account_id AND o.disabled_at IS NULL AND r.role = m.kind
                  AND r.division_code = m.division_code
                  AND r.starts_on <= #{on} AND (r.ends_on IS NULL OR r.ends_on > #{on})))
              AND (m.kind <> 'VOLUNTEER' OR EXISTS (
                SELECT 1 FROM volunteer v
                WHERE v.phone_account_id = m.phone_account_id AND
            """ + ReadyVolunteer.ON_THE_DAY + """
              )), FALSE)
            """;

    String TIES = """
            SELECT m.id, m.phone_account_id, m.kind, m.family_id, m.adult_id, m.child_id, m.division_code,
                   m.display_name, m.state, d.name AS division_name,
            """ + HOLDS + """
             AS holds
            FROM membership m LEFT JOIN adult a ON a.id = m.adult_id LEFT JOIN cadre_family f ON f.id = m.family_id
            LEFT JOIN division d ON d.code = m.division_code
            """;

    @WithinTie("account")
    @Select(TIES + " WHERE m.phone_account_id = #{account} ORDER BY m.id")
    List<TieRow> of(@Param("account") long account, @Param("on") LocalDate on);

    /** The ties somebody has confirmed at any time, whatever became of them. */
    @WithinTie("account")
    @Select(TIES + """
             WHERE m.phone_account_id = #{account}
               AND (m.state = 'CONFIRMED' OR m.anew IS NOT NULL OR (m.state = 'REVOKED' AND m.decided_at IS NOT NULL))
             ORDER BY m.id
            """)
    List<TieRow> everConfirmed(@Param("account") long account, @Param("on") LocalDate on);

    @WithoutScope("Finds on nobody's behalf who is to be told; nothing of it is shown")
    @Select(TIES + " WHERE m.id = #{id}")
    @Nullable
    TieRow find(@Param("id") long id, @Param("on") LocalDate on);

    @WithoutScope("Finds on nobody's behalf who is to be told; nothing of it is shown")
    @Select(TIES + " WHERE m.state = 'CONFIRMED' AND m.family_id = #{family} ORDER BY m.id")
    List<TieRow> ofFamily(@Param("family") long family, @Param("on") LocalDate on);

    @WithoutScope("Finds on nobody's behalf who is to be told; nothing of it is shown")
    @Select(TIES + " WHERE m.state = 'CONFIRMED' AND m.child_id = #{child} ORDER BY m.id")
    List<TieRow> ofChild(@Param("child") long child, @Param("on") LocalDate on);

    /** The directors and supervisors who answer for a place or one above it. */
    @WithoutScope("Finds on nobody's behalf who is to be told; nothing of it is shown")
    @Select(TIES + """
             WHERE m.state = 'CONFIRMED' AND m.kind IN ('CHILD_DIRECTOR', 'CHILD_SUPERVISOR')
               AND m.division_code IN (#{village}, #{township}) ORDER BY m.id
            """)
    List<TieRow> staffOf(
            @Param("village") String village, @Param("township") String township, @Param("on") LocalDate on);

    /**
     * Opens a request unless there is one, or somebody has said no to the same person before: after that it takes an
     * invitation.
     */
    @Insert("""
            INSERT IGNORE INTO membership (phone_account_id, kind, family_id, adult_id, child_id, account_id,
                                           division_code, display_name, state, source, invitation_id, requested_at)
            SELECT #{account}, #{tie.kind}, #{tie.familyId}, #{tie.adultId}, #{tie.childId}, #{tie.accountId},
                   #{tie.divisionCode}, #{tie.name}, 'REQUESTED', #{tie.source}, #{tie.invitationId}, #{now}
            FROM DUAL
            WHERE #{tie.source} = 'INVITATION' OR NOT EXISTS (
              SELECT 1 FROM membership b
              WHERE b.phone_account_id = #{account} AND b.kind = #{tie.kind}
                AND COALESCE(b.family_id, 0) = COALESCE(#{tie.familyId}, 0)
                AND COALESCE(b.adult_id, 0) = COALESCE(#{tie.adultId}, 0)
                AND (b.family_id IS NOT NULL OR b.adult_id IS NOT NULL OR b.division_code = #{tie.divisionCode})
                AND (b.state = 'REFUSED' OR (b.state = 'REVOKED' AND b.ended_by IS NOT NULL)))
            """)
    void request(@Param("account") long account, @Param("tie") NewTie tie, @Param("now") LocalDateTime now);

    @Update("""
            UPDATE membership SET state = 'REVOKED', ended_at = #{now}, end_reason = #{reason}
            WHERE phone_account_id = #{account} AND state IN ('REQUESTED', 'CONFIRMED') AND (#{id} IS NULL OR id = #{id})
            """)
    int giveUp(
            @Param("account") long account,
            @Param("id") @Nullable Long id,
            @Param("reason") String reason,
            @Param("now") LocalDateTime now);

    /** A volunteer stops helping everywhere. */
    @Update("""
            UPDATE membership SET state = 'REVOKED', ended_at = #{now}, end_reason = #{reason}
            WHERE phone_account_id = #{account} AND kind = 'VOLUNTEER' AND state IN ('REQUESTED', 'CONFIRMED')
            """)
    int giveUpVolunteering(
            @Param("account") long account, @Param("reason") String reason, @Param("now") LocalDateTime now);

    /** A volunteer stops helping in one place. */
    @Update("""
            UPDATE membership SET state = 'REVOKED', ended_at = #{now}, end_reason = #{reason}
            WHERE phone_account_id = #{account} AND kind = 'VOLUNTEER' AND state IN ('REQUESTED', 'CONFIRMED')
              AND division_code = #{place}
            """)
    int giveUpPlace(
            @Param("account") long account,
            @Param("place") String place,
            @Param("reason") String reason,
            @Param("now") LocalDateTime now);

    /** What was confirmed waits again; {@code source} narrows it to ties of one source. */
    @Update("""
            UPDATE membership SET state = 'REQUESTED', anew = #{why}, requested_at = #{now}, decided_by = NULL,
                                  decided_at = NULL
            WHERE phone_account_id = #{account} AND state = 'CONFIRMED' AND (#{source} IS NULL OR source = #{source})
            """)
    int confirmAnew(
            @Param("account") long account,
            @Param("why") String why,
            @Param("source") @Nullable String source,
            @Param("now") LocalDateTime now);

    /** A request to open; ids that do not apply are null. */
    record NewTie(
            String kind,
            @Nullable Long familyId,
            @Nullable Long adultId,
            @Nullable Long childId,
            @Nullable Long accountId,
            String divisionCode,
            @Nullable String name,
            String source,
            @Nullable Long invitationId) {}

    record TieRow(
            long id,
            long phoneAccountId,
            String kind,
            @Nullable Long familyId,
            @Nullable Long adultId,
            @Nullable Long childId,
            String divisionCode,
            @Nullable String displayName,
            String state,
            @Nullable String divisionName,
            boolean holds) {}
}

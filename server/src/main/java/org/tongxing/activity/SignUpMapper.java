package org.tongxing.activity;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
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

/** Who comes, who waits, who was there, and who helps. */
@Mapper
interface SignUpMapper {

    @WithoutScope("whether the place of one child is taken; the caller has proven that the child is near")
    @Select("SELECT state FROM activity_sign_up WHERE activity_id = #{activity} AND child_id = #{child}")
    @Nullable
    String state(@Param("activity") long activity, @Param("child") long child);

    /** Comes, or comes again after all. */
    @Insert("""
            INSERT INTO activity_sign_up (activity_id, child_id, state, queued_at, consent_version, consent_phone,
                                          consent_adult, consent_note, consent_by, consent_on)
            VALUES (#{activity}, #{child}, #{state}, #{now}, #{c.version}, #{c.phone}, #{c.adult}, #{c.note}, #{c.account},
                    #{c.on})
            ON DUPLICATE KEY UPDATE state = VALUES(state), queued_at = VALUES(queued_at),
              consent_version = VALUES(consent_version), consent_phone = VALUES(consent_phone),
              consent_adult = VALUES(consent_adult), consent_note = VALUES(consent_note),
              consent_by = VALUES(consent_by), consent_on = VALUES(consent_on), present = NULL
            """)
    void sign(
            @Param("activity") long activity,
            @Param("child") long child,
            @Param("state") String state,
            @Param("c") Consent consent,
            @Param("now") LocalDateTime now);

    @Update("""
            UPDATE activity_sign_up SET state = 'WITHDRAWN' WHERE activity_id = #{activity} AND child_id = #{child}
              AND state = #{state}
            """)
    int withdraw(@Param("activity") long activity, @Param("child") long child, @Param("state") String state);

    /** Guardians of children who come or wait, and those who help or want to. */
    @WithoutScope("messages about the activity, which name nobody")
    @Select("""
            SELECT consent_phone AS phone, child_id AS child FROM activity_sign_up
            WHERE activity_id = #{activity} AND state IN ('SIGNED', 'WAITING')
            UNION
            SELECT phone_account_id, NULL FROM activity_helper
            WHERE activity_id = #{activity} AND state IN ('OFFERED', 'CONFIRMED')
            """)
    List<SignUps.Expecting> expecting(long activity);

    /** Whoever waits longest comes. */
    @Update("""
            UPDATE activity_sign_up SET state = 'SIGNED' WHERE activity_id = #{activity} AND state = 'WAITING'
            ORDER BY queued_at, id LIMIT 1
            """)
    int moveUp(long activity);

    @Update("""
            <script>
            UPDATE activity_sign_up s JOIN child c ON c.id = s.child_id
            SET s.present = s.child_id IN (-1<foreach collection='present' item='one'>, #{one}</foreach>), s.present_by = #{by}
            WHERE s.activity_id = #{activity} AND s.state = 'SIGNED' AND
            """ + ChildScope.IN_SCOPE + "</script>")
    int attend(
            @Param("scope") Scope scope,
            @Param("activity") long activity,
            @Param("present") Collection<Long> present,
            @Param("by") long by);

    @Select("<script>" + """
            SELECT s.activity_id, s.child_id, s.state, s.consent_note, s.consent_by IS NOT NULL AS on_paper, s.present,
                   c.name AS child_name, c.village_code
            FROM activity_sign_up s JOIN child c ON c.id = s.child_id
            WHERE s.activity_id = #{activity} AND s.state != 'WITHDRAWN' AND
            """ + ChildScope.IN_SCOPE + " ORDER BY s.state, s.queued_at, s.id</script>")
    List<SignUpRow> ofActivity(@Param("scope") Scope scope, @Param("activity") long activity);

    @WithinTie("child")
    @Select("""
            <script>
            SELECT activity_id, child_id, state, NULL AS consent_note, FALSE AS on_paper, present, NULL AS child_name,
                   NULL AS village_code
            FROM activity_sign_up WHERE child_id IN (-1<foreach collection='children' item='child'>, #{child}</foreach>)
            </script>
            """)
    List<SignUpRow> ofChildren(@Param("children") Collection<Long> children);

    @Insert("""
            INSERT INTO activity_helper (activity_id, phone_account_id, state, offered_at)
            VALUES (#{activity}, #{account}, 'OFFERED', #{now})
            ON DUPLICATE KEY UPDATE state = IF(state = 'WITHDRAWN', 'OFFERED', state)
            """)
    void help(@Param("activity") long activity, @Param("account") long account, @Param("now") LocalDateTime now);

    @Update("""
            UPDATE activity_helper SET state = 'WITHDRAWN' WHERE activity_id = #{activity} AND phone_account_id = #{account}
            """)
    int helpNot(@Param("activity") long activity, @Param("account") long account);

    /** Whoever was stopped helps nowhere that is still to come. */
    @Update("""
            UPDATE activity_helper h JOIN activity a ON a.id = h.activity_id SET h.state = 'WITHDRAWN'
            WHERE h.phone_account_id = #{account} AND h.state IN ('OFFERED', 'CONFIRMED') AND a.ends_at > #{now}
            """)
    int stop(@Param("account") long account, @Param("now") LocalDateTime now);

    /** Nobody helps with what is still to come whose check or training has run out, or who does not help in the township. */
    @Update("""
            UPDATE activity_helper h JOIN activity a ON a.id = h.activity_id SET h.state = 'WITHDRAWN'
            WHERE h.state IN ('OFFERED', 'CONFIRMED') AND a.ends_at > #{now} AND NOT EXISTS (
              SELECT 1 FROM membership m JOIN volunteer v ON v.phone_account_id = m.phone_account_id
              WHERE m.phone_account_id = h.phone_account_id AND m.kind = 'VOLUNTEER' AND m.state = 'CONFIRMED'
                AND LEFT(m.division_code, 9) = LEFT(a.division_code, 9) AND
            """ + ReadyVolunteer.ON_THE_DAY + ")")
    int withdrawWhoMayNotHelp(@Param("on") LocalDate on, @Param("now") LocalDateTime now);

    /** Only somebody who may help on that day is let in. */
    @Update("""
            UPDATE activity_helper h JOIN activity a ON a.id = h.activity_id SET h.state = #{state}, h.decided_by = #{by}
            WHERE h.activity_id = #{activity} AND h.phone_account_id = #{account} AND h.state IN ('OFFERED', 'CONFIRMED')
              AND (#{state} <> 'CONFIRMED' OR EXISTS (
                SELECT 1 FROM volunteer v WHERE v.phone_account_id = h.phone_account_id AND
            """ + ReadyVolunteer.ON_THE_DAY + "))")
    int decide(
            @Param("activity") long activity,
            @Param("account") long account,
            @Param("state") String state,
            @Param("by") long by,
            @Param("on") LocalDate on);

    @Update("""
            <script>
            UPDATE activity_helper
            SET present = phone_account_id IN (-1<foreach collection='present' item='one'>, #{one}</foreach>)
            WHERE activity_id = #{activity} AND state = 'CONFIRMED'</script>
            """)
    int helped(@Param("activity") long activity, @Param("present") Collection<Long> present);

    @Select("<script>" + """
            SELECT h.activity_id, h.phone_account_id, h.state, h.present FROM activity_helper h
            JOIN activity a ON a.id = h.activity_id WHERE h.activity_id = #{activity} AND h.state != 'WITHDRAWN' AND
            """ + ActivityMapper.IN_SCOPE + " ORDER BY h.offered_at, h.id</script>")
    List<HelperRow> helpers(@Param("scope") Scope scope, @Param("activity") long activity);

    @WithinTie("account")
    @Select(
            "SELECT activity_id, phone_account_id, state, present FROM activity_helper WHERE phone_account_id = #{account}")
    List<HelperRow> ofPhone(@Param("account") long account);

    /** Who has agreed: a guardian on a phone to a version of the text, or on a paper that somebody has seen. */
    record Consent(
            @Nullable String version,
            @Nullable Long phone,
            @Nullable Long adult,
            @Nullable String note,
            @Nullable Long account,
            LocalDate on) {}

    record SignUpRow(
            long activityId,
            long childId,
            String state,
            @Nullable String consentNote,
            boolean onPaper,
            @Nullable Boolean present,
            @Nullable String childName,
            @Nullable String villageCode) {}

    record HelperRow(
            long activityId,
            long phoneAccountId,
            String state,
            @Nullable Boolean present) {}
}

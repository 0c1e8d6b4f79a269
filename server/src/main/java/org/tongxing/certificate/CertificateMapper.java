package org.tongxing.certificate;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.Scope;
import org.tongxing.persistence.NewId;
import org.tongxing.persistence.WithinTie;
import org.tongxing.persistence.WithoutScope;

/** Certificates, and the deeds they are made of. */
@Mapper
interface CertificateMapper {

    String ROWS = """
            SELECT c.id, c.number, c.phone_account_id, c.division_code, c.name_sealed, c.organisation, c.from_on,
                   c.until_on, c.issued_at, c.revoked_for FROM certificate c
            """;

    String IN_SCOPE = """
            c.division_code LIKE CONCAT(#{scope.division.value}, '%')
            <if test='scope.unitId != null or scope.childIds != null'>AND 1 = 0</if>
            """;

    /** Wishes brought, activities helped at and help that has come, in a place; all in words a second person has read. */
    @WithinTie("account")
    @Select("""
            SELECT 'WISH' AS kind, w.fulfilled_on AS on_day, w.what, NULL AS minutes
            FROM wish_claim k JOIN wish w ON w.id = k.wish_id
            WHERE k.phone_account_id = #{account} AND k.outcome = 'FULFILLED' AND w.fulfilled_on BETWEEN #{from} AND #{until}
              AND w.township_code LIKE CONCAT(#{place}, '%')
            UNION ALL
            SELECT 'ACTIVITY', DATE(a.starts_at), a.title, TIMESTAMPDIFF(MINUTE, a.starts_at, a.ends_at)
            FROM activity_helper h JOIN activity a ON a.id = h.activity_id
            WHERE h.phone_account_id = #{account} AND h.present AND DATE(a.starts_at) BETWEEN #{from} AND #{until}
              AND a.division_code LIKE CONCAT(#{place}, '%')
            UNION ALL
            SELECT 'HELP', d.ended_on, n.what, IF(n.measure = '小时', d.quantity * 60, NULL)
            FROM board_docking d JOIN board_offer o ON o.id = d.offer_id JOIN board_need n ON n.id = d.need_id
            WHERE o.phone_account_id = #{account} AND d.state = 'DONE' AND d.ended_on BETWEEN #{from} AND #{until}
              AND n.township_code LIKE CONCAT(#{place}, '%')
            ORDER BY on_day, kind LIMIT 500
            """)
    List<LineRow> deeds(
            @Param("account") long account,
            @Param("place") String place,
            @Param("from") LocalDate from,
            @Param("until") LocalDate until);

    @Insert("""
            INSERT INTO certificate (number, phone_account_id, division_code, name_sealed, organisation, from_on, until_on,
                                     issued_by, issued_at)
            VALUES (#{number}, #{account}, #{place}, #{nameSealed}, #{organisation}, #{from}, #{until}, #{by}, #{now})
            """)
    @Options(useGeneratedKeys = true, keyProperty = "key.id")
    void insert(
            @Param("key") NewId key,
            @Param("number") String number,
            @Param("account") long account,
            @Param("place") String place,
            @Param("nameSealed") String nameSealed,
            @Param("organisation") @Nullable String organisation,
            @Param("from") LocalDate from,
            @Param("until") LocalDate until,
            @Param("by") long by,
            @Param("now") LocalDateTime now);

    @Insert("""
            <script>
            INSERT INTO certificate_line (certificate_id, nth, kind, on_day, what, minutes) VALUES
            <foreach collection='lines' item='line' index='nth' separator=','>
              (#{id}, #{nth}, #{line.kind}, #{line.onDay}, #{line.what}, #{line.minutes})
            </foreach></script>
            """)
    void write(@Param("id") long id, @Param("lines") List<LineRow> lines);

    @Update("""
            UPDATE certificate SET revoked_at = #{now}, revoked_for = #{reason} WHERE id = #{id} AND revoked_at IS NULL
            """)
    int revoke(@Param("id") long id, @Param("reason") String reason, @Param("now") LocalDateTime now);

    @Select("<script>" + ROWS + " WHERE c.id = #{id} AND " + IN_SCOPE + "</script>")
    @Nullable
    Row find(@Param("scope") Scope scope, @Param("id") long id);

    @Select("<script>" + ROWS + " WHERE c.phone_account_id = #{account} AND " + IN_SCOPE
            + " ORDER BY c.id DESC LIMIT 50</script>")
    List<Row> list(@Param("scope") Scope scope, @Param("account") long account);

    @WithinTie("account")
    @Select(ROWS + " WHERE c.phone_account_id = #{account} ORDER BY c.id DESC LIMIT 50")
    List<Row> ofPhone(@Param("account") long account);

    @WithoutScope("whoever holds the number of a certificate may know that it is one; no name is shown")
    @Select(ROWS + " WHERE c.number = #{number}")
    @Nullable
    Row byNumber(String number);

    @Select("""
            <script>
            SELECT certificate_id, kind, on_day, what, minutes FROM certificate_line
            WHERE certificate_id IN (-1<foreach collection='ids' item='id'>, #{id}</foreach>) ORDER BY certificate_id, nth
            </script>
            """)
    List<KeptLine> lines(@Param("ids") Collection<Long> ids);

    record LineRow(
            String kind,
            LocalDate onDay,
            String what,
            @Nullable Integer minutes) {}

    record KeptLine(
            long certificateId,
            String kind,
            LocalDate onDay,
            String what,
            @Nullable Integer minutes) {}

    record Row(
            long id,
            String number,
            long phoneAccountId,
            String divisionCode,
            String nameSealed,
            @Nullable String organisation,
            LocalDate fromOn,
            LocalDate untilOn,
            LocalDateTime issuedAt,
            @Nullable String revokedFor) {}
}

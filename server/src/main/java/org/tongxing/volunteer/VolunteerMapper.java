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
import org.tongxing.persistence.WithinTie;

/** Registrations as the volunteers make them. */
@Mapper
interface VolunteerMapper {

    String COLUMNS = """
            id, phone_account_id, kind, name, organisation, id_digest, screened_on, screening, trained_on,
            suspended_at IS NOT NULL AS suspended, left_at IS NOT NULL AS gone
            """;

    @WithinTie("account")
    @Select("SELECT " + COLUMNS + " FROM volunteer WHERE phone_account_id = #{account}")
    @Nullable
    Row ofAccount(@Param("account") long account);

    @Insert("""
            INSERT INTO volunteer (phone_account_id, kind, name, organisation, id_sealed, id_digest, sex, code_version,
                                   code_signed_at, registered_at)
            VALUES (#{account}, #{kind}, #{name}, #{organisation}, #{idSealed}, #{idDigest}, #{sex}, #{code}, #{now}, #{now})
            ON DUPLICATE KEY UPDATE
              screened_on = IF(id_digest = VALUES(id_digest) AND left_at IS NULL, screened_on, NULL),
              screening = IF(id_digest = VALUES(id_digest) AND left_at IS NULL, screening, NULL),
              kind = VALUES(kind), name = VALUES(name), organisation = VALUES(organisation),
              id_sealed = VALUES(id_sealed), id_digest = VALUES(id_digest), sex = VALUES(sex), code_version = VALUES(code_version),
              code_signed_at = VALUES(code_signed_at), left_at = NULL, version = version + 1
            """)
    void register(
            @Param("account") long account,
            @Param("kind") String kind,
            @Param("name") String name,
            @Param("organisation") @Nullable String organisation,
            @Param("idSealed") String idSealed,
            @Param("idDigest") String idDigest,
            @Param("sex") String sex,
            @Param("code") String code,
            @Param("now") LocalDateTime now);

    @Select("SELECT phone_account_id FROM volunteer WHERE id = #{id}")
    long account(long id);

    /** Where somebody wants to help, the latest word of each place. */
    @WithinTie("account")
    @Select("""
            SELECT m.division_code AS code, COALESCE(d.name, m.division_code) AS name, m.state
            FROM membership m LEFT JOIN division d ON d.code = m.division_code
            WHERE m.id IN (SELECT MAX(l.id) FROM membership l
                           WHERE l.phone_account_id = #{account} AND l.kind = 'VOLUNTEER' GROUP BY l.division_code)
            ORDER BY m.id
            """)
    List<Place> places(@Param("account") long account);

    /** The sealed number goes too: nobody who has left needs to be checked again. */
    @Update("""
            UPDATE volunteer SET left_at = #{now}, id_sealed = '', screened_on = NULL, screening = NULL,
                                 version = version + 1
            WHERE phone_account_id = #{account} AND left_at IS NULL
            """)
    int leave(@Param("account") long account, @Param("now") LocalDateTime now);

    record Place(String code, String name, String state) {}

    record Row(
            long id,
            long phoneAccountId,
            String kind,
            String name,
            @Nullable String organisation,
            String idDigest,
            @Nullable LocalDate screenedOn,
            @Nullable String screening,
            @Nullable LocalDate trainedOn,
            boolean suspended,
            boolean gone) {}
}

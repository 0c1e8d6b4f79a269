package org.tongxing.volunteer;

import java.time.LocalDate;
import java.time.LocalDateTime;
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
            INSERT INTO volunteer (phone_account_id, kind, name, organisation, id_sealed, id_digest, code_version,
                                   code_signed_at, registered_at)
            VALUES (#{account}, #{kind}, #{name}, #{organisation}, #{idSealed}, #{idDigest}, #{code}, #{now}, #{now})
            ON DUPLICATE KEY UPDATE
              screened_on = IF(id_digest = VALUES(id_digest) AND left_at IS NULL, screened_on, NULL),
              screening = IF(id_digest = VALUES(id_digest) AND left_at IS NULL, screening, NULL),
              kind = VALUES(kind), name = VALUES(name), organisation = VALUES(organisation),
              id_sealed = VALUES(id_sealed), id_digest = VALUES(id_digest), code_version = VALUES(code_version),
              code_signed_at = VALUES(code_signed_at), left_at = NULL, version = version + 1
            """)
    void register(
            @Param("account") long account,
            @Param("kind") String kind,
            @Param("name") String name,
            @Param("organisation") @Nullable String organisation,
            @Param("idSealed") String idSealed,
            @Param("idDigest") String idDigest,
            @Param("code") String code,
            @Param("now") LocalDateTime now);

    /** The sealed number goes too: nobody who has left needs to be checked again. */
    @Update("""
            UPDATE volunteer SET left_at = #{now}, id_sealed = '', screened_on = NULL, screening = NULL,
                                 version = version + 1
            WHERE phone_account_id = #{account} AND left_at IS NULL
            """)
    int leave(@Param("account") long account, @Param("now") LocalDateTime now);

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

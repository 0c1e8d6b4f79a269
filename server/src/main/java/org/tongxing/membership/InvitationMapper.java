package org.tongxing.membership;

import java.time.LocalDateTime;
import java.util.List;
import lombok.Getter;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.Scope;
import org.tongxing.persistence.WithinTie;
import org.tongxing.persistence.WithoutScope;

@Mapper
interface InvitationMapper {

    String OPEN = """
            SELECT i.id, i.code_sealed, i.kind, i.adult_id, i.child_id, i.family_id, i.division_code,
                   d.name AS division_name, i.display_name, a.relation, i.made_at, i.expires_at
            FROM invitation i LEFT JOIN adult a ON a.id = i.adult_id LEFT JOIN division d ON d.code = i.division_code
            """;

    String WAITING = " i.used_at IS NULL AND i.withdrawn_at IS NULL AND i.expires_at > #{now}";

    String IN_SCOPE = """
            i.division_code LIKE CONCAT(#{scope.division.value}, '%')
            <if test='scope.unitId != null'>
              AND EXISTS (SELECT 1 FROM cadre_family sf WHERE sf.id = i.family_id AND sf.unit_id = #{scope.unitId})
            </if>
            """;

    @Insert("""
            INSERT INTO invitation (code_digest, code_sealed, kind, adult_id, child_id, family_id, division_code,
                                    display_name, made_by, made_by_phone, made_at, expires_at)
            VALUES (#{made.digest}, #{made.sealed}, #{made.to.kind}, #{made.to.adultId}, #{made.to.childId},
                    #{made.to.familyId}, #{made.to.divisionCode}, #{made.to.name}, #{made.by}, #{made.byPhone},
                    #{made.at}, #{made.expiresAt})
            """)
    @Options(useGeneratedKeys = true, keyProperty = "made.id")
    void insert(@Param("made") Made made);

    /** Takes back the earlier invitation of the same person. */
    @Update("""
            UPDATE invitation SET withdrawn_at = #{now}, code_sealed = NULL
            WHERE used_at IS NULL AND withdrawn_at IS NULL AND kind = #{to.kind}
              AND COALESCE(adult_id, 0) = COALESCE(#{to.adultId}, 0)
              AND COALESCE(family_id, 0) = COALESCE(#{to.familyId}, 0)
              AND (adult_id IS NOT NULL OR family_id IS NOT NULL
                   OR (division_code = #{to.divisionCode} AND display_name = #{to.name}))
            """)
    void withdrawEarlier(@Param("to") MembershipMapper.NewTie to, @Param("now") LocalDateTime now);

    @Update("""
            UPDATE invitation SET withdrawn_at = #{now}, code_sealed = NULL
            WHERE adult_id = #{adult} AND used_at IS NULL AND withdrawn_at IS NULL
            """)
    void withdrawForAdult(@Param("adult") long adult, @Param("now") LocalDateTime now);

    @Update("""
            UPDATE invitation SET withdrawn_at = #{now}, code_sealed = NULL
            WHERE family_id = #{family} AND used_at IS NULL AND withdrawn_at IS NULL
            """)
    void withdrawForFamily(@Param("family") long family, @Param("now") LocalDateTime now);

    /** The whole redemption is this one statement: whoever's update finds the code unused has it. */
    @Update("""
            UPDATE invitation SET used_by = #{account}, used_at = #{now}, code_sealed = NULL
            WHERE code_digest = #{digest} AND used_at IS NULL AND withdrawn_at IS NULL AND expires_at > #{now}
            """)
    int use(@Param("digest") String digest, @Param("account") long account, @Param("now") LocalDateTime now);

    @WithoutScope("A code is found by whoever holds it; all it opens is a request")
    @Select(OPEN + " WHERE i.code_digest = #{digest}")
    @Nullable
    Row byCode(String digest);

    @Select("<script>" + OPEN + " WHERE " + IN_SCOPE + " AND " + "<![CDATA[" + WAITING + "]]>"
            + " ORDER BY i.id DESC LIMIT 200</script>")
    List<Row> waiting(@Param("scope") Scope scope, @Param("now") LocalDateTime now);

    @Select("<script>" + OPEN + " WHERE i.id = #{id} AND " + IN_SCOPE + " AND " + "<![CDATA[" + WAITING + "]]>"
            + "</script>")
    @Nullable
    Row find(@Param("scope") Scope scope, @Param("id") long id, @Param("now") LocalDateTime now);

    @WithinTie("account")
    @Select(OPEN + " WHERE i.made_by_phone = #{account} AND " + WAITING + " ORDER BY i.id DESC LIMIT 100")
    List<Row> madeBy(@Param("account") long account, @Param("now") LocalDateTime now);

    @Update("UPDATE invitation SET withdrawn_at = #{now}, code_sealed = NULL"
            + " WHERE id = #{id} AND used_at IS NULL AND withdrawn_at IS NULL")
    int withdraw(@Param("id") long id, @Param("now") LocalDateTime now);

    /** An invitation on its way into the table; receives the generated key. */
    @Getter
    class Made {
        private long id;
        private final String digest;
        private final String sealed;
        private final MembershipMapper.NewTie to;
        private final @Nullable Long by;
        private final @Nullable Long byPhone;
        private final LocalDateTime at;
        private final LocalDateTime expiresAt;

        Made(
                String digest,
                String sealed,
                MembershipMapper.NewTie to,
                @Nullable Long by,
                @Nullable Long byPhone,
                LocalDateTime at,
                LocalDateTime expiresAt) {
            this.digest = digest;
            this.sealed = sealed;
            this.to = to;
            this.by = by;
            this.byPhone = byPhone;
            this.at = at;
            this.expiresAt = expiresAt;
        }
    }

    record Row(
            long id,
            @Nullable String codeSealed,
            String kind,
            @Nullable Long adultId,
            @Nullable Long childId,
            @Nullable Long familyId,
            String divisionCode,
            @Nullable String divisionName,
            @Nullable String displayName,
            @Nullable String relation,
            LocalDateTime madeAt,
            LocalDateTime expiresAt) {}
}

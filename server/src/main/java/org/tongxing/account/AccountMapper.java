package org.tongxing.account;

import com.baomidou.mybatisplus.core.toolkit.Wrappers;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.tongxing.persistence.StrictMapper;
import org.tongxing.persistence.WithoutScope;

/** Accounts as their owners use them; every change touches its own columns only, so that none undoes another. */
@Mapper
interface AccountMapper extends StrictMapper<Account> {

    default @Nullable Account findByUsername(String username) {
        return selectOne(Wrappers.<Account>lambdaQuery().eq(Account::getUsername, username));
    }

    @WithoutScope("Read at sign-in, before there is a scope")
    @Select("""
            SELECT r.id, r.account_id, r.role, r.division_code, COALESCE(d.name, '全国') AS division_name, r.unit_id,
                   r.starts_on, r.ends_on
            FROM account_role r LEFT JOIN division d ON d.code = r.division_code
            WHERE r.account_id = #{account} AND r.starts_on <= #{on} AND (r.ends_on IS NULL OR r.ends_on > #{on})
            ORDER BY r.id
            """)
    List<RoleRow> roles(@Param("account") long account, @Param("on") LocalDate on);

    @Select("""
            SELECT COUNT(*) FROM account_role r JOIN account a ON a.id = r.account_id
            WHERE r.role = 'UNIT_LIAISON' AND r.unit_id = #{unit} AND a.disabled_at IS NULL
            """)
    int countLiaisons(long unit);

    @Insert("""
            INSERT INTO account_role (account_id, role, division_code, unit_id, starts_on, ends_on, granted_by)
            VALUES (#{account}, #{role.role}, #{role.division.value}, #{role.unitId}, #{role.startsOn}, #{role.endsOn},
                    #{by})
            """)
    void addRole(@Param("account") long account, @Param("role") NewRole role, @Param("by") @Nullable Long by);

    @Update("UPDATE account SET password_hash = #{hash}, password_initial = #{initial} WHERE id = #{id}")
    void setPassword(@Param("id") long id, @Param("hash") String hash, @Param("initial") boolean initial);

    @Update("UPDATE account SET last_sign_in_at = #{at} WHERE id = #{id}")
    void signedIn(@Param("id") long id, @Param("at") LocalDateTime at);

    @Update("UPDATE account SET totp_pending = #{sealed} WHERE id = #{id}")
    void offerSecret(@Param("id") long id, @Param("sealed") String sealed);

    @Update("""
            UPDATE account SET totp_secret = totp_pending, totp_pending = NULL, totp_step = #{step} WHERE id = #{id}
            """)
    void takeSecret(@Param("id") long id, @Param("step") long step);

    /** 1 for the first code of a step, 0 for one that served already. */
    @Update("""
            UPDATE account SET totp_step = #{step} WHERE id = #{id} AND (totp_step IS NULL OR totp_step < #{step})
            """)
    int useStep(@Param("id") long id, @Param("step") long step);

    @Update("UPDATE account SET phone_sealed = #{sealed}, phone_digest = #{digest} WHERE id = #{id}")
    void setPhone(
            @Param("id") long id, @Param("sealed") @Nullable String sealed, @Param("digest") @Nullable String digest);

    @WithoutScope("Whoever has proven a number is nobody yet; it is found before a tie is asked for")
    @Select("""
            SELECT a.id AS account_id, a.display_name, r.role, r.division_code
            FROM account a JOIN account_role r ON r.account_id = a.id
            WHERE a.phone_digest = #{digest} AND a.disabled_at IS NULL
              AND r.role IN ('CHILD_DIRECTOR', 'CHILD_SUPERVISOR')
              AND r.starts_on <= #{on} AND (r.ends_on IS NULL OR r.ends_on > #{on})
            ORDER BY r.id
            """)
    List<OfficeRow> offices(@Param("digest") String digest, @Param("on") LocalDate on);

    @Select("SELECT COUNT(*) FROM account")
    int count();

    record OfficeRow(long accountId, String displayName, String role, String divisionCode) {}

    record RoleRow(
            long id,
            long accountId,
            String role,
            String divisionCode,
            String divisionName,
            @Nullable Long unitId,
            LocalDate startsOn,
            @Nullable LocalDate endsOn) {}
}

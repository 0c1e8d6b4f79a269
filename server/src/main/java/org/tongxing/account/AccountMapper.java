package org.tongxing.account;

import com.baomidou.mybatisplus.core.toolkit.Wrappers;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.tongxing.persistence.StrictMapper;

@Mapper
interface AccountMapper extends StrictMapper<Account> {

    default @Nullable Account findByUsername(String username) {
        return selectOne(Wrappers.<Account>lambdaQuery().eq(Account::getUsername, username));
    }

    @Select("""
            SELECT r.id, r.role, r.division_code, COALESCE(d.name, '全国') AS division_name, r.unit_id
            FROM account_role r LEFT JOIN division d ON d.code = r.division_code
            WHERE r.account_id = #{account}
            ORDER BY r.id
            """)
    List<RoleRow> roles(long account);

    @Insert("""
            INSERT INTO account_role (account_id, role, division_code, unit_id)
            VALUES (#{account}, #{role}, #{division}, #{unit})
            """)
    void addRole(
            @Param("account") long account,
            @Param("role") String role,
            @Param("division") String division,
            @Param("unit") @Nullable Long unit);

    /** Writes the lock-out state; the column may have to become NULL, which {@code updateById} would skip. */
    @Update("""
            UPDATE account SET failed_attempts = #{failedAttempts}, locked_until = #{lockedUntil}
            WHERE id = #{id}
            """)
    void saveAttempts(Account account);

    @Select("SELECT COUNT(*) FROM account")
    int count();

    record RoleRow(
            long id,
            String role,
            String divisionCode,
            String divisionName,
            @Nullable Long unitId) {}
}

package org.tongxing.account;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.Scope;
import org.tongxing.persistence.Paging;
import org.tongxing.persistence.WithoutScope;

/** Accounts as a security administrator sees them. */
@Mapper
interface AccountListMapper {

    /** Kept in the scope, and no role reaches beyond it: nobody gets at the account of somebody above. */
    String IN_SCOPE = """
            FROM account a
            WHERE a.division_code LIKE CONCAT(#{scope.division.value}, '%')
              AND NOT EXISTS (SELECT 1 FROM account_role beyond
                              WHERE beyond.account_id = a.id AND (beyond.ends_on IS NULL OR beyond.ends_on &gt; #{today})
                                AND beyond.division_code NOT LIKE CONCAT(#{scope.division.value}, '%'))
            """;

    String MATCHING = IN_SCOPE + """
            <if test='q != null'>
              AND (a.username LIKE CONCAT(#{q}, '%') OR a.display_name LIKE CONCAT(#{q}, '%'))
            </if>
            """;

    String COLUMNS = """
            SELECT a.id, a.username, a.display_name, a.division_code,
                   (SELECT d.name FROM division d WHERE d.code = a.division_code) AS division_name,
                   a.password_initial, a.totp_secret IS NOT NULL AS second_factor, a.last_sign_in_at, a.disabled_at,
                   a.phone_sealed
            """;

    @Select("<script>" + COLUMNS + MATCHING
            + " ORDER BY a.division_code, a.username LIMIT #{paging.size} OFFSET #{paging.offset}</script>")
    List<Row> list(
            @Param("scope") Scope scope,
            @Param("today") LocalDate today,
            @Param("q") @Nullable String q,
            @Param("paging") Paging paging);

    @Select("<script>SELECT COUNT(*) " + MATCHING + "</script>")
    long count(@Param("scope") Scope scope, @Param("today") LocalDate today, @Param("q") @Nullable String q);

    @Select("<script>" + COLUMNS + IN_SCOPE + " AND a.id = #{id} FOR UPDATE</script>")
    @Nullable
    Row lock(@Param("scope") Scope scope, @Param("today") LocalDate today, @Param("id") long id);

    @Select("""
            <script>
            SELECT r.id, r.account_id, r.role, r.division_code, COALESCE(d.name, '全国') AS division_name, r.unit_id,
                   r.starts_on, r.ends_on
            FROM account_role r LEFT JOIN division d ON d.code = r.division_code
            WHERE r.account_id IN
            <foreach collection='accounts' item='account' open='(' separator=',' close=')'>#{account}</foreach>
              AND r.account_id IN (SELECT a.id
            """ + IN_SCOPE + ") ORDER BY r.id</script>")
    List<AccountMapper.RoleRow> roles(
            @Param("scope") Scope scope, @Param("today") LocalDate today, @Param("accounts") Collection<Long> accounts);

    @Update("""
            UPDATE account_role SET ends_on = #{on}
            WHERE id = #{id} AND account_id = #{account} AND starts_on <= #{on} AND (ends_on IS NULL OR ends_on > #{on})
            """)
    int endRole(@Param("account") long account, @Param("id") long id, @Param("on") LocalDate on);

    @Select("SELECT COUNT(*) FROM unit WHERE id = #{unit} AND division_code LIKE CONCAT(#{scope.division.value}, '%')")
    int units(@Param("scope") Scope scope, @Param("unit") long unit);

    @Update("UPDATE account SET totp_secret = NULL, totp_pending = NULL, totp_step = NULL WHERE id = #{id}")
    void clearSecondFactor(long id);

    @Update("UPDATE account SET disabled_at = #{at} WHERE id = #{id}")
    void disable(@Param("id") long id, @Param("at") @Nullable LocalDateTime at);

    @WithoutScope("Whoever wrote or decided something in scope is named with it, wherever he or she sits")
    @Select("""
            <script>
            SELECT id, display_name FROM account WHERE id IN
            <foreach collection='ids' item='id' open='(' separator=',' close=')'>#{id}</foreach>
            </script>
            """)
    List<Named> names(@Param("ids") Collection<Long> ids);

    record Row(
            long id,
            String username,
            String displayName,
            String divisionCode,
            @Nullable String divisionName,
            boolean passwordInitial,
            boolean secondFactor,
            @Nullable LocalDateTime lastSignInAt,
            @Nullable LocalDateTime disabledAt,
            @Nullable String phoneSealed) {}

    record Named(long id, String displayName) {}
}

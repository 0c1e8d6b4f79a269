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

@Mapper
interface MembershipMapper {

    @Select("SELECT id FROM phone_account WHERE openid = #{openid}")
    @Nullable
    Long accountByOpenid(String openid);

    @Insert("INSERT INTO phone_account (openid, created_at) VALUES (#{account.openid}, #{now})")
    @Options(useGeneratedKeys = true, keyProperty = "account.id")
    void insertAccount(@Param("account") NewAccount account, @Param("now") LocalDateTime now);

    @Update("""
            UPDATE phone_account SET phone_sealed = #{sealed}, phone_digest = #{digest}, verified_at = #{now}
            WHERE id = #{id}
            """)
    void verify(
            @Param("id") long id,
            @Param("sealed") String sealed,
            @Param("digest") String digest,
            @Param("now") LocalDateTime now);

    @Insert("""
            INSERT IGNORE INTO membership (phone_account_id, kind, family_id, adult_id, child_id, division_code,
                                           display_name, state, requested_at)
            VALUES (#{account}, #{kind}, #{family}, #{adult}, #{child}, #{division}, #{name}, 'REQUESTED', #{now})
            """)
    void request(
            @Param("account") long account,
            @Param("kind") String kind,
            @Param("family") @Nullable Long family,
            @Param("adult") @Nullable Long adult,
            @Param("child") @Nullable Long child,
            @Param("division") String division,
            @Param("name") @Nullable String name,
            @Param("now") LocalDateTime now);

    @Select("SELECT * FROM membership WHERE phone_account_id = #{account} ORDER BY id")
    List<MembershipRow> of(long account);

    @Select("""
            SELECT kind FROM membership WHERE id = #{id} AND division_code LIKE CONCAT(#{scope.division.value}, '%')
            """)
    @Nullable
    String kind(@Param("scope") Scope scope, @Param("id") long id);

    @Select("SELECT phone_digest FROM phone_account WHERE id = #{account}")
    @Nullable
    String verifiedPhone(long account);

    @Select("SELECT phone_sealed FROM phone_account WHERE id = #{account}")
    @Nullable
    String sealedPhone(long account);

    @Select("""
            SELECT m.id, m.kind, m.display_name, a.phone_sealed, m.child_id, m.requested_at, m.division_code
            FROM membership m JOIN phone_account a ON a.id = m.phone_account_id
            WHERE m.state = #{state} AND m.division_code LIKE CONCAT(#{scope.division.value}, '%')
            ORDER BY m.requested_at, m.id LIMIT 200
            """)
    List<RequestRow> requests(@Param("scope") Scope scope, @Param("state") String state);

    @Update("""
            UPDATE membership SET state = #{state}, decided_by = #{by}, decided_at = #{now}
            WHERE id = #{id} AND state = 'REQUESTED' AND division_code LIKE CONCAT(#{scope.division.value}, '%')
            """)
    int decide(
            @Param("scope") Scope scope,
            @Param("id") long id,
            @Param("state") String state,
            @Param("by") long by,
            @Param("now") LocalDateTime now);

    /** Receives the generated key. */
    @Getter
    class NewAccount {
        private long id;
        private final String openid;

        NewAccount(String openid) {
            this.openid = openid;
        }
    }

    record MembershipRow(
            long id,
            String kind,
            @Nullable Long familyId,
            @Nullable Long adultId,
            @Nullable Long childId,
            String divisionCode,
            @Nullable String displayName,
            String state) {}

    record RequestRow(
            long id,
            String kind,
            @Nullable String displayName,
            @Nullable String phoneSealed,
            @Nullable Long childId,
            LocalDateTime requestedAt,
            String divisionCode) {}
}

package org.tongxing.membership;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.tongxing.persistence.WithinTie;

@Mapper
interface PhoneAccountMapper {

    @WithinTie("openid")
    @Select("SELECT id, openid, phone_sealed, phone_digest, last_seen_on FROM phone_account WHERE openid = #{openid}")
    @Nullable
    AccountRow byOpenid(String openid);

    @WithinTie("digest")
    @Select("SELECT id, openid, phone_sealed, phone_digest, last_seen_on FROM phone_account"
            + " WHERE sms_digest = #{digest}")
    @Nullable
    AccountRow bySms(String digest);

    @WithinTie("id")
    @Select(
            "SELECT id, openid, phone_sealed, phone_digest, last_seen_on FROM phone_account WHERE id = #{id} FOR UPDATE")
    @Nullable
    AccountRow lock(long id);

    @WithinTie("id")
    @Select("SELECT id, openid, phone_sealed, phone_digest, last_seen_on FROM phone_account WHERE id = #{id}")
    @Nullable
    AccountRow find(long id);

    /** Does nothing when another sign-in of the same person was faster. */
    @Insert("""
            INSERT IGNORE INTO phone_account (openid, sms_digest, created_at) VALUES (#{openid}, #{smsDigest}, #{now})
            """)
    void open(
            @Param("openid") @Nullable String openid,
            @Param("smsDigest") @Nullable String smsDigest,
            @Param("now") LocalDateTime now);

    @Update("""
            UPDATE phone_account SET phone_sealed = #{sealed}, phone_digest = #{digest}, verified_at = #{now}
            WHERE id = #{id}
            """)
    void verify(
            @Param("id") long id,
            @Param("sealed") String sealed,
            @Param("digest") String digest,
            @Param("now") LocalDateTime now);

    @Update("UPDATE phone_account SET last_seen_on = #{on} WHERE id = #{id}")
    void seen(@Param("id") long id, @Param("on") LocalDate on);

    @Update("""
            UPDATE phone_account SET openid = NULL, sms_digest = NULL, phone_sealed = NULL, phone_digest = NULL,
                                     closed_at = #{now}
            WHERE id = #{id}
            """)
    void close(@Param("id") long id, @Param("now") LocalDateTime now);

    record AccountRow(
            long id,
            @Nullable String openid,
            @Nullable String phoneSealed,
            @Nullable String phoneDigest,
            @Nullable LocalDate lastSeenOn) {}
}

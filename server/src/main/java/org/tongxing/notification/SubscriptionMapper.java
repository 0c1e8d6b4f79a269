package org.tongxing.notification;

import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.tongxing.persistence.WithinTie;

@Mapper
interface SubscriptionMapper {

    /** 1 for the first time this answer arrives, 0 for every other. */
    @Insert("""
            INSERT IGNORE INTO subscribe_answer (phone_account_id, idempotency_key, template_id, result, answered_at)
            VALUES (#{account}, #{key}, #{template}, #{result}, #{now})
            """)
    int answer(
            @Param("account") long account,
            @Param("key") String key,
            @Param("template") String template,
            @Param("result") String result,
            @Param("now") LocalDateTime now);

    @Insert("""
            INSERT INTO subscribe_credit (phone_account_id, template_id, credits, changed_at)
            VALUES (#{account}, #{template}, 1, #{now})
            ON DUPLICATE KEY UPDATE credits = credits + 1, changed_at = VALUES(changed_at)
            """)
    void credit(@Param("account") long account, @Param("template") String template, @Param("now") LocalDateTime now);

    /** 1 when there was one to take. */
    @Update("""
            UPDATE subscribe_credit SET credits = credits - 1, changed_at = #{now}
            WHERE phone_account_id = #{account} AND template_id = #{template} AND credits > 0
            """)
    int take(@Param("account") long account, @Param("template") String template, @Param("now") LocalDateTime now);

    @Update("""
            UPDATE subscribe_credit SET credits = 0, changed_at = #{now}
            WHERE phone_account_id = #{account} AND template_id = #{template}
            """)
    void spend(@Param("account") long account, @Param("template") String template, @Param("now") LocalDateTime now);

    @WithinTie("account")
    @Select("SELECT template_id, credits FROM subscribe_credit WHERE phone_account_id = #{account}")
    List<Credit> credits(long account);

    @Delete("DELETE FROM subscribe_credit WHERE phone_account_id = #{account}")
    void forget(long account);

    @Insert("""
            INSERT INTO reminder_choice (phone_account_id, weekly_on, muted, chosen_at)
            VALUES (#{account}, #{weeklyOn}, #{muted}, #{now})
            ON DUPLICATE KEY UPDATE weekly_on = VALUES(weekly_on), muted = VALUES(muted), chosen_at = VALUES(chosen_at)
            """)
    void choose(
            @Param("account") long account,
            @Param("weeklyOn") String weeklyOn,
            @Param("muted") boolean muted,
            @Param("now") LocalDateTime now);

    /** The day, if one is given; and whether calls are a reason to write at all. */
    @Insert("""
            INSERT INTO reminder_choice (phone_account_id, weekly_on, muted, contact_off, chosen_at)
            VALUES (#{account}, #{weeklyOn}, FALSE, #{off}, #{now})
            ON DUPLICATE KEY UPDATE weekly_on = IF(VALUES(contact_off), weekly_on, VALUES(weekly_on)),
              contact_off = VALUES(contact_off), chosen_at = VALUES(chosen_at)
            """)
    void remindOfContact(
            @Param("account") long account,
            @Param("weeklyOn") String weeklyOn,
            @Param("off") boolean off,
            @Param("now") LocalDateTime now);

    @WithinTie("account")
    @Select("SELECT weekly_on, muted, contact_off FROM reminder_choice WHERE phone_account_id = #{account}")
    @Nullable
    Choice choice(long account);

    record Credit(String templateId, int credits) {}

    record Choice(String weeklyOn, boolean muted, boolean contactOff) {}
}

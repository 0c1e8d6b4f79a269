package org.tongxing.notification;

import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.tongxing.persistence.WithoutScope;

@Mapper
interface NotificationMapper {

    /** Does nothing when the occasion was written down before, by this instance or another. */
    @Insert("""
            INSERT IGNORE INTO notification (occasion, occasion_key, subject_id, phone_account_id, membership_id,
                                             division_code, state, due_at, created_at)
            VALUES (#{occasion}, #{key}, #{subject}, #{account}, #{tie}, #{division}, 'WAITING', #{dueAt}, #{now})
            """)
    int add(
            @Param("occasion") String occasion,
            @Param("key") String key,
            @Param("subject") @Nullable Long subject,
            @Param("account") long account,
            @Param("tie") @Nullable Long tie,
            @Param("division") String division,
            @Param("dueAt") LocalDateTime dueAt,
            @Param("now") LocalDateTime now);

    /** What is due, and what is due later than anything can be: a clock that went ahead has put it off. */
    @Select("""
            SELECT id FROM notification
            WHERE state = 'WAITING' AND (due_at <= #{now} OR due_at > #{latest}) ORDER BY due_at, id LIMIT #{most}
            """)
    List<Long> due(@Param("now") LocalDateTime now, @Param("latest") LocalDateTime latest, @Param("most") int most);

    @WithoutScope("Messages are sent on nobody's behalf; what they say is reckoned anew for each tie")
    @Select("""
            SELECT id, occasion, subject_id, phone_account_id, membership_id, division_code, state, attempts, created_at
            FROM notification WHERE id = #{id} FOR UPDATE
            """)
    @Nullable
    Row lock(long id);

    @Update("""
            UPDATE notification SET state = 'SENDING', fields = #{fields}, attempts = attempts + 1, claimed_at = #{now}
            WHERE id = #{id} AND state = 'WAITING'
            """)
    int claim(@Param("id") long id, @Param("fields") String fields, @Param("now") LocalDateTime now);

    @Update("UPDATE notification SET state = 'WAITING', due_at = #{dueAt} WHERE id = #{id}")
    void postpone(@Param("id") long id, @Param("dueAt") LocalDateTime dueAt);

    @Update("""
            UPDATE notification SET state = #{state}, detail = #{detail}, finished_at = #{now}
            WHERE id = #{id} AND state IN ('WAITING', 'SENDING')
            """)
    int finish(
            @Param("id") long id,
            @Param("state") String state,
            @Param("detail") @Nullable String detail,
            @Param("now") LocalDateTime now);

    /** What an instance has begun to send and never said what became of it. */
    @Select("SELECT id FROM notification WHERE state = 'SENDING' AND claimed_at < #{before} LIMIT 200")
    List<Long> halfSent(LocalDateTime before);

    /** How many messages of an occasion have arrived or still may. */
    @Select("""
            SELECT COUNT(*) FROM notification
            WHERE occasion = #{occasion} AND subject_id = #{subject} AND state IN ('WAITING', 'SENDING', 'SENT')
            """)
    int onTheWay(@Param("occasion") String occasion, @Param("subject") long subject);

    @Update("""
            UPDATE notification SET state = 'DROPPED', detail = #{detail}, finished_at = #{now}
            WHERE phone_account_id = #{account} AND state = 'WAITING'
            """)
    void dropAll(@Param("account") long account, @Param("detail") String detail, @Param("now") LocalDateTime now);

    record Row(
            long id,
            String occasion,
            @Nullable Long subjectId,
            long phoneAccountId,
            @Nullable Long membershipId,
            String divisionCode,
            String state,
            int attempts,
            LocalDateTime createdAt) {}
}

package org.tongxing.wish;

import java.time.LocalDateTime;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.tongxing.persistence.WithoutScope;

/** Pictures of hand-overs; every step is a compare-and-set. */
@Mapper
interface WishPhotoMapper {

    /** 0 when another picture stands there that was not refused. */
    @Insert("""
            INSERT INTO wish_photo (wish_id, photo_id, state, sent_phone, sent_at)
            VALUES (#{wish}, #{photo}, 'WAITING', #{phone}, #{now})
            ON DUPLICATE KEY UPDATE
              photo_id = IF(state = 'REFUSED', VALUES(photo_id), photo_id),
              sent_phone = IF(state = 'REFUSED', VALUES(sent_phone), sent_phone),
              sent_at = IF(state = 'REFUSED', VALUES(sent_at), sent_at),
              released_by = IF(state = 'REFUSED', NULL, released_by),
              released_at = IF(state = 'REFUSED', NULL, released_at),
              verdict = IF(state = 'REFUSED', NULL, verdict),
              state = IF(state = 'REFUSED', 'WAITING', state)
            """)
    void put(
            @Param("wish") long wish,
            @Param("photo") long photo,
            @Param("phone") long phone,
            @Param("now") LocalDateTime now);

    @WithoutScope("ids and a state, of a wish that was read within a scope or a tie")
    @Select("SELECT wish_id, photo_id, state, sent_phone FROM wish_photo WHERE wish_id = #{wish}")
    @Nullable
    Row of(long wish);

    /** By another person than sent it; one WeChat was unsure of, or never heard of, is handed in again. */
    @Update("""
            UPDATE wish_photo SET state = 'CHECKING', released_by = #{by}, released_at = #{now}, verdict = NULL
            WHERE wish_id = #{wish}
              AND (state IN ('WAITING', 'UNSURE') OR (state = 'CHECKING' AND released_at < #{now} - INTERVAL 1 HOUR))
              AND NOT EXISTS (SELECT 1 FROM membership m
                              WHERE m.phone_account_id = wish_photo.sent_phone AND m.account_id = #{by})
            """)
    int release(@Param("wish") long wish, @Param("by") long by, @Param("now") LocalDateTime now);

    @Update("UPDATE wish_photo SET state = 'REFUSED' WHERE wish_id = #{wish} AND state <> 'REFUSED'")
    int refuse(long wish);

    @Update("""
            UPDATE wish_photo SET verdict = #{verdict}, state = #{state} WHERE photo_id = #{photo} AND state = 'CHECKING'
            """)
    int decide(@Param("photo") long photo, @Param("verdict") String verdict, @Param("state") String state);

    /** Whether this account has kept the promise of a wish whose picture may be shown. */
    @WithoutScope("asks for the caller's own promise")
    @Select("""
            SELECT COUNT(*) FROM wish_photo p JOIN wish_claim k ON k.wish_id = p.wish_id
            WHERE p.wish_id = #{wish} AND p.photo_id = #{photo} AND p.state = 'SHOWN'
              AND k.phone_account_id = #{account} AND k.outcome = 'FULFILLED'
            """)
    int shownTo(@Param("wish") long wish, @Param("photo") long photo, @Param("account") long account);

    record Row(long wishId, long photoId, String state, long sentPhone) {}
}

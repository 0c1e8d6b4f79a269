package org.tongxing.visit;

import java.time.LocalDateTime;
import lombok.Getter;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Writes what is said and decided about a visit afterwards. */
@Mapper
interface AfterwordMapper {

    @Insert("""
            INSERT INTO visit_remark (visit_id, kind, words_sealed, by_name, by_phone, by_account, at)
            VALUES (#{visit}, #{kind}, #{words}, #{by.name}, #{by.phone}, #{by.account}, #{at})
            """)
    @Options(useGeneratedKeys = true, keyProperty = "id")
    void remark(NewRemark remark);

    /** Once per adult; what was said first stays. */
    @Insert("""
            INSERT IGNORE INTO visit_confirmation (visit_id, adult_id, phone_account_id, as_told, at)
            VALUES (#{visit}, #{adult}, #{account}, #{asTold}, #{at})
            """)
    int confirm(
            @Param("visit") long visit,
            @Param("adult") long adult,
            @Param("account") long account,
            @Param("asTold") boolean asTold,
            @Param("at") LocalDateTime at);

    @Insert("""
            INSERT INTO visit_release (visit_id, child_id, audience, words_sealed, with_photos, released_by, released_at)
            VALUES (#{visit}, #{child}, #{audience}, #{words}, #{withPhotos}, #{by}, #{at})
            """)
    void release(
            @Param("visit") long visit,
            @Param("child") long child,
            @Param("audience") String audience,
            @Param("words") @Nullable String words,
            @Param("withPhotos") boolean withPhotos,
            @Param("by") long by,
            @Param("at") LocalDateTime at);

    @Update("""
            UPDATE visit_release SET withdrawn_at = #{at}
            WHERE visit_id = #{visit} AND child_id = #{child} AND audience = #{audience} AND withdrawn_at IS NULL
            """)
    int withdraw(
            @Param("visit") long visit,
            @Param("child") long child,
            @Param("audience") String audience,
            @Param("at") LocalDateTime at);

    /** A remark on its way into the table; receives the generated id. */
    @Getter
    class NewRemark {
        private long id;
        private final long visit;
        private final String kind;
        private final @Nullable String words;
        private final Difficulties.Author by;
        private final LocalDateTime at;

        NewRemark(long visit, String kind, @Nullable String words, Difficulties.Author by, LocalDateTime at) {
            this.visit = visit;
            this.kind = kind;
            this.words = words;
            this.by = by;
            this.at = at;
        }
    }
}

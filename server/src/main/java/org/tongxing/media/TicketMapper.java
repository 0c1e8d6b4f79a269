package org.tongxing.media;

import java.time.LocalDateTime;
import lombok.Getter;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.tongxing.persistence.WithinTie;

@Mapper
interface TicketMapper {

    @Insert("""
            INSERT INTO photo_ticket (phone_account_id, object_key, until_at)
            VALUES (#{owner}, #{objectKey}, #{until})
            """)
    @Options(useGeneratedKeys = true, keyProperty = "id")
    void insert(NewTicket ticket);

    @WithinTie("owner")
    @Select("SELECT id, object_key, photo_id FROM photo_ticket WHERE id = #{id} AND phone_account_id = #{owner}")
    @Nullable
    TicketRow find(@Param("owner") long owner, @Param("id") long id);

    @Select(
            "SELECT COUNT(*) FROM photo_ticket WHERE phone_account_id = #{owner} AND until_at > #{now} AND photo_id IS NULL")
    int open(@Param("owner") long owner, @Param("now") LocalDateTime now);

    @Update("UPDATE photo_ticket SET photo_id = #{photo} WHERE id = #{id}")
    void complete(@Param("id") long id, @Param("photo") long photo);

    record TicketRow(long id, String objectKey, @Nullable Long photoId) {}

    /** A ticket on its way into the table; receives the generated id. */
    @Getter
    class NewTicket {
        private long id;
        private final long owner;
        private final String objectKey;
        private final LocalDateTime until;

        NewTicket(long owner, String objectKey, LocalDateTime until) {
            this.owner = owner;
            this.objectKey = objectKey;
            this.until = until;
        }
    }
}

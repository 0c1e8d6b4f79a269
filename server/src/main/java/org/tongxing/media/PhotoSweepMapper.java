package org.tongxing.media;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;
import org.tongxing.persistence.WithoutScope;

@Mapper
interface PhotoSweepMapper {

    /** Rows whose files never became complete, and photos no deed has used. */
    @WithoutScope("Thrown away at night, on nobody's behalf")
    @Select("""
            SELECT id, object_key, thumbnail_key FROM photo
            WHERE deleted_at IS NULL AND attached_to IS NULL
              AND (uploaded_at < #{unusedBefore} OR (NOT complete AND uploaded_at < #{incompleteBefore}))
            ORDER BY id LIMIT 500
            """)
    List<Files> unused(
            @Param("unusedBefore") LocalDateTime unusedBefore,
            @Param("incompleteBefore") LocalDateTime incompleteBefore);

    /** Photos nobody has consented to for too long. */
    @WithoutScope("Thrown away at night, on nobody's behalf")
    @Select("""
            SELECT id, object_key, thumbnail_key FROM photo
            WHERE deleted_at IS NULL AND held_since < #{before} ORDER BY id LIMIT 500
            """)
    List<Files> heldTooLong(LocalDate before);

    /** Photos somebody deleted whose files would not go then. */
    @WithoutScope("Thrown away at night, on nobody's behalf")
    @Select("""
            SELECT id, object_key, thumbnail_key FROM photo
            WHERE deleted_at < #{before} AND complete ORDER BY id LIMIT 500
            """)
    List<Files> notErased(LocalDateTime before);

    @WithoutScope("Thrown away at night, on nobody's behalf")
    @Select("""
            SELECT id, object_key FROM photo_ticket WHERE until_at < #{before} ORDER BY id LIMIT 500
            """)
    List<Ticket> overdueTickets(LocalDateTime before);

    @Delete("DELETE FROM photo_ticket WHERE id = #{id}")
    void forgetTicket(long id);

    record Files(long id, String objectKey, @Nullable String thumbnailKey) {}

    record Ticket(long id, String objectKey) {}
}

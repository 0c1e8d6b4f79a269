package org.tongxing.media;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
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
import org.tongxing.persistence.ChildScope;
import org.tongxing.persistence.WithinTie;
import org.tongxing.persistence.WithoutScope;

@Mapper
interface PhotoMapper {

    String IDS = "<foreach collection='ids' item='id' open='(' separator=',' close=')'>#{id}</foreach>";

    @Insert("""
            INSERT INTO photo (object_key, thumbnail_key, media_type, width, height, bytes, digest, source_digest, look,
                               look_a, look_b, look_c, look_d, taken_at, place_sealed, uploaded_by, uploaded_at, complete)
            VALUES (#{objectKey}, #{thumbnailKey}, 'image/jpeg', #{width}, #{height}, #{bytes}, #{digest},
                    #{sourceDigest}, #{look}, #{lookA}, #{lookB}, #{lookC}, #{lookD}, #{takenAt}, #{placeSealed},
                    #{uploadedBy}, #{uploadedAt}, FALSE)
            """)
    @Options(useGeneratedKeys = true, keyProperty = "id")
    void insert(NewPhoto photo);

    @Update("UPDATE photo SET complete = TRUE WHERE id = #{id}")
    void stored(long id);

    @Select("""
            SELECT id FROM photo
            WHERE uploaded_by = #{owner} AND source_digest = #{source} AND complete AND attached_to IS NULL
              AND deleted_at IS NULL
            ORDER BY id LIMIT 1
            """)
    @Nullable
    Long unusedLike(@Param("owner") long owner, @Param("source") String source);

    /** Those of these photos that this account sent. */
    @WithinTie("owner")
    @Select("<script>SELECT * FROM photo WHERE complete AND deleted_at IS NULL AND uploaded_by = #{owner} AND id IN "
            + IDS + " ORDER BY id</script>")
    List<PhotoRow> own(@Param("owner") long owner, @Param("ids") Collection<Long> ids);

    @WithoutScope("Says to which deed a photo belongs; who knows the deed says whether the phone that asks may look")
    @Select("SELECT * FROM photo WHERE complete AND deleted_at IS NULL AND id = #{id}")
    @Nullable
    PhotoRow any(long id);

    /** A photo that shows a child of the scope, or the paper by which somebody consented for one. */
    @Select("<script>SELECT p.* FROM photo p WHERE p.complete AND p.deleted_at IS NULL AND p.id = #{id} AND (EXISTS"
            + " (SELECT 1 FROM photo_child s JOIN child c ON c.id = s.child_id WHERE s.photo_id = p.id AND "
            + ChildScope.IN_SCOPE + ") OR EXISTS (SELECT 1 FROM photo_consent s JOIN child c ON c.id = s.child_id"
            + " WHERE s.evidence_photo_id = p.id AND " + ChildScope.IN_SCOPE + "))</script>")
    @Nullable
    PhotoRow find(@Param("scope") Scope scope, @Param("id") long id);

    @WithoutScope("What photos of a visit say of themselves becomes questions about the visit; no picture is shown")
    @Select("""
            SELECT * FROM photo WHERE attached_to = #{subject} AND complete AND deleted_at IS NULL ORDER BY id
            """)
    List<PhotoRow> of(String subject);

    @WithoutScope("Ids alone, of deeds the caller has read within a scope or a tie")
    @Select("""
            <script>
            SELECT attached_to AS subject, id AS photo_id FROM photo
            WHERE complete AND deleted_at IS NULL AND attached_to IN
            <foreach collection='subjects' item='subject' open='(' separator=',' close=')'>#{subject}</foreach>
            ORDER BY id
            </script>
            """)
    List<SubjectRow> ofAll(@Param("subjects") Collection<String> subjects);

    @Update("""
            <script>
            UPDATE photo SET attached_to = #{subject}
            WHERE uploaded_by = #{owner} AND attached_to IS NULL AND complete AND deleted_at IS NULL AND id IN
            """ + IDS + "</script>")
    int attach(@Param("owner") long owner, @Param("subject") String subject, @Param("ids") Collection<Long> ids);

    @Insert("""
            <script>
            INSERT INTO photo_child (photo_id, child_id) VALUES
            <foreach collection='rows' item='row' separator=','>(#{row.photoId}, #{row.childId})</foreach>
            </script>
            """)
    void addChildren(@Param("rows") List<PhotoChild> rows);

    @WithoutScope("Everybody a photo shows has to agree to it, wherever they live")
    @Select("<script>SELECT photo_id, child_id FROM photo_child WHERE photo_id IN " + IDS + "</script>")
    List<PhotoChild> children(@Param("ids") Collection<Long> ids);

    /** Pictures that share a quarter of their look with this one, and those of the same owner; the rest cannot be alike. */
    @WithoutScope("A photo used twice is noticed wherever it was used; ids of deeds come back, and no picture")
    @Select("""
            SELECT id, attached_to, look FROM photo
            WHERE id <> #{photo.id} AND attached_to IS NOT NULL AND attached_to <> #{photo.attachedTo}
              AND deleted_at IS NULL AND look IS NOT NULL
              AND (look_a = #{photo.lookA} OR look_b = #{photo.lookB} OR look_c = #{photo.lookC} OR look_d = #{photo.lookD})
              AND BIT_COUNT(look ^ #{photo.look}) <= #{most}
            ORDER BY id LIMIT 5
            """)
    List<Alike> alike(@Param("photo") PhotoRow photo, @Param("most") int most);

    @Update("UPDATE photo SET complete = FALSE WHERE id = #{id}")
    void erased(long id);

    /** Nothing is left by which the picture could be known again. */
    @Update("""
            UPDATE photo SET deleted_at = #{at}, place_sealed = NULL, source_digest = NULL, taken_at = NULL, look = NULL,
                   look_a = NULL, look_b = NULL, look_c = NULL, look_d = NULL
            WHERE id = #{id}
            """)
    void delete(@Param("id") long id, @Param("at") LocalDateTime at);

    @Update("""
            UPDATE photo SET deleted_at = #{at} WHERE id = #{id} AND uploaded_by = #{owner} AND attached_to IS NULL
              AND deleted_at IS NULL
            """)
    int discard(@Param("owner") long owner, @Param("id") long id, @Param("at") LocalDateTime at);

    record Alike(long id, String attachedTo, long look) {}

    record SubjectRow(String subject, long photoId) {}

    record PhotoChild(long photoId, long childId) {}

    record PhotoRow(
            long id,
            String objectKey,
            @Nullable String thumbnailKey,
            @Nullable Long look,
            @Nullable Integer lookA,
            @Nullable Integer lookB,
            @Nullable Integer lookC,
            @Nullable Integer lookD,
            @Nullable String sourceDigest,
            @Nullable LocalDateTime takenAt,
            @Nullable String placeSealed,
            @Nullable String attachedTo,
            long uploadedBy,
            @Nullable LocalDate heldSince) {}

    /** A photo on its way into the table; receives the generated id. */
    @Getter
    class NewPhoto {
        private long id;
        private final String objectKey;
        private final String thumbnailKey;
        private final int width;
        private final int height;
        private final int bytes;
        private final String digest;
        private final String sourceDigest;
        private final @Nullable Long look;
        private final @Nullable Integer lookA;
        private final @Nullable Integer lookB;
        private final @Nullable Integer lookC;
        private final @Nullable Integer lookD;
        private final @Nullable LocalDateTime takenAt;
        private final @Nullable String placeSealed;
        private final long uploadedBy;
        private final LocalDateTime uploadedAt;

        NewPhoto(String key, Picture picture, Prints prints, long uploadedBy, LocalDateTime uploadedAt) {
            this.objectKey = key + ".jpg";
            this.thumbnailKey = key + ".small.jpg";
            this.width = picture.width();
            this.height = picture.height();
            this.bytes = picture.photo().length;
            this.digest = prints.digest();
            this.sourceDigest = prints.source();
            this.look = picture.look();
            this.lookA = Look.quarter(this.look, 0);
            this.lookB = Look.quarter(this.look, 1);
            this.lookC = Look.quarter(this.look, 2);
            this.lookD = Look.quarter(this.look, 3);
            this.takenAt = picture.evidence().takenAt();
            this.placeSealed = prints.placeSealed();
            this.uploadedBy = uploadedBy;
            this.uploadedAt = uploadedAt;
        }
    }

    /** Fingerprints of what came and what is kept, and the sealed place. */
    record Prints(String source, String digest, @Nullable String placeSealed) {}
}

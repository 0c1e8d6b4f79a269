package org.tongxing.media;

import java.time.LocalDateTime;
import java.util.Collection;
import lombok.Getter;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

@Mapper
interface PhotoMapper {

    @Insert("""
            INSERT INTO photo (object_key, media_type, width, height, bytes, digest, uploaded_by, uploaded_at)
            VALUES (#{objectKey}, 'image/jpeg', #{width}, #{height}, #{bytes}, #{digest}, #{uploadedBy}, #{uploadedAt})
            """)
    @Options(useGeneratedKeys = true, keyProperty = "id")
    void insert(NewPhoto photo);

    @Select("""
            <script>
            SELECT COUNT(*) FROM photo WHERE uploaded_by = #{owner} AND id IN
            <foreach collection='ids' item='id' open='(' separator=',' close=')'>#{id}</foreach>
            </script>
            """)
    int countOwned(@Param("owner") long owner, @Param("ids") Collection<Long> ids);

    /** A photo on its way into the table; receives the generated id. */
    @Getter
    class NewPhoto {
        private long id;
        private final String objectKey;
        private final int width;
        private final int height;
        private final int bytes;
        private final String digest;
        private final long uploadedBy;
        private final LocalDateTime uploadedAt;

        NewPhoto(
                String objectKey,
                int width,
                int height,
                int bytes,
                String digest,
                long uploadedBy,
                LocalDateTime uploadedAt) {
            this.objectKey = objectKey;
            this.width = width;
            this.height = height;
            this.bytes = bytes;
            this.digest = digest;
            this.uploadedBy = uploadedBy;
            this.uploadedAt = uploadedAt;
        }
    }
}

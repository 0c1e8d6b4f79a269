package org.tongxing.companion;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;
import org.tongxing.persistence.NewId;
import org.tongxing.persistence.WithinTie;
import org.tongxing.persistence.WithoutScope;

/** What volunteers and children did together. */
@Mapper
interface MeetingMapper {

    @WithoutScope("finds whose pairing it is; the caller proves afterwards to be the volunteer or to visit the child")
    @Select("""
            SELECT p.id, p.child_id, p.status, p.starts_on, p.ends_on FROM companionship p WHERE p.id = #{id}
            """)
    @Nullable
    Episode episode(long id);

    @Insert("""
            INSERT INTO companion_meeting (companionship_id, met_on, place, present, did_sealed, recorded_phone, recorded_as,
                                           recorded_at)
            VALUES (#{episode}, #{on}, #{place}, #{present}, #{did}, #{by}, #{as}, #{now})
            """)
    @Options(useGeneratedKeys = true, keyProperty = "key.id")
    void insert(
            @Param("key") NewId key,
            @Param("episode") long episode,
            @Param("on") LocalDate on,
            @Param("place") String place,
            @Param("present") String present,
            @Param("did") String did,
            @Param("by") long by,
            @Param("as") String as,
            @Param("now") LocalDateTime now);

    /** The latest meetings of pairings that were read within a scope or a tie before. */
    @WithinTie("episodes")
    @Select("""
            <script>
            SELECT id, companionship_id, met_on, place, present, did_sealed, recorded_as FROM companion_meeting
            WHERE companionship_id IN (-1<foreach collection='episodes' item='one'>, #{one}</foreach>)
            ORDER BY met_on DESC, id DESC LIMIT 500
            </script>
            """)
    List<Row> of(@Param("episodes") Collection<Long> episodes);

    record Episode(
            long id,
            long childId,
            String status,
            LocalDate startsOn,
            @Nullable LocalDate endsOn) {}

    record Row(
            long id,
            long companionshipId,
            LocalDate metOn,
            String place,
            String present,
            String didSealed,
            String recordedAs) {}
}

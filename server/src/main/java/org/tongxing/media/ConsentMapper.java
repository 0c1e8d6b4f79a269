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
import org.tongxing.contract.PhotoConsentEndpoint.ConsentDecision;
import org.tongxing.kernel.Scope;
import org.tongxing.persistence.ChildScope;
import org.tongxing.persistence.WithoutScope;

@Mapper
interface ConsentMapper {

    String COLUMNS = """
            id, child_id, adult_id, relation, version, decision, channel, evidence_photo_id, decided_at
            """;

    @Insert("""
            INSERT INTO photo_consent (child_id, adult_id, relation, version, decision, channel, evidence_photo_id,
                                       recorded_by_phone, recorded_by, decided_at)
            VALUES (#{childId}, #{guardian.adultId}, #{guardian.relation}, #{version}, #{decision},
                    #{recorder.channel}, #{recorder.evidencePhoto}, #{recorder.phoneAccount}, #{recorder.account},
                    #{decidedAt})
            """)
    @Options(useGeneratedKeys = true, keyProperty = "id")
    void insert(NewConsent consent);

    /** What each guardian said last; on paper a guardian is known by the relation only. */
    @WithoutScope("Whether a photo may be used is asked for everybody it shows, wherever they live")
    @Select("""
            <script>
            SELECT
            """ + " " + COLUMNS + """
            FROM photo_consent WHERE id IN
              (SELECT MAX(p.id) FROM photo_consent p WHERE p.child_id IN
               <foreach collection='children' item='child' open='(' separator=',' close=')'>#{child}</foreach>
               GROUP BY p.child_id, p.relation)
            </script>
            """)
    List<ConsentRow> lastOfEach(@Param("children") Collection<Long> children);

    @Select("<script>SELECT " + COLUMNS + " FROM photo_consent p WHERE p.child_id = #{child} AND EXISTS"
            + " (SELECT 1 FROM child c WHERE c.id = p.child_id AND " + ChildScope.IN_SCOPE
            + ") ORDER BY p.id DESC</script>")
    List<ConsentRow> history(@Param("scope") Scope scope, @Param("child") long child);

    /** The photos that show a child, with everybody they show. */
    @WithoutScope("Photos are held and released by themselves when a consent changes")
    @Select("""
            SELECT o.photo_id, o.child_id FROM photo_child c
            JOIN photo p ON p.id = c.photo_id JOIN photo_child o ON o.photo_id = c.photo_id
            WHERE c.child_id = #{child} AND p.deleted_at IS NULL
            """)
    List<PhotoMapper.PhotoChild> shownWith(long child);

    @Update("""
            <script>
            UPDATE photo SET held_since = COALESCE(held_since, #{since}) WHERE id IN
            <foreach collection='photos' item='photo' open='(' separator=',' close=')'>#{photo}</foreach>
            </script>
            """)
    void hold(@Param("photos") Collection<Long> photos, @Param("since") LocalDate since);

    @Update("""
            <script>
            UPDATE photo SET held_since = NULL WHERE id IN
            <foreach collection='photos' item='photo' open='(' separator=',' close=')'>#{photo}</foreach>
            </script>
            """)
    void release(@Param("photos") Collection<Long> photos);

    record ConsentRow(
            long id,
            long childId,
            @Nullable Long adultId,
            String relation,
            String version,
            String decision,
            String channel,
            @Nullable Long evidencePhotoId,
            LocalDateTime decidedAt) {}

    /** A decision on its way into the table; receives the generated id. */
    @Getter
    class NewConsent {
        private long id;
        private final long childId;
        private final PhotoConsents.Guardian guardian;
        private final String version;
        private final ConsentDecision decision;
        private final PhotoConsents.Recorder recorder;
        private final LocalDateTime decidedAt;

        NewConsent(
                long childId,
                PhotoConsents.Guardian guardian,
                String version,
                ConsentDecision decision,
                PhotoConsents.Recorder recorder,
                LocalDateTime decidedAt) {
            this.childId = childId;
            this.guardian = guardian;
            this.version = version;
            this.decision = decision;
            this.recorder = recorder;
            this.decidedAt = decidedAt;
        }
    }
}

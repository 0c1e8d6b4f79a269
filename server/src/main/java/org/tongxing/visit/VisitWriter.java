package org.tongxing.visit;

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
import org.tongxing.contract.VisitContent.VisitOutcome;
import org.tongxing.persistence.WithinTie;

/** Writes a visit with everything that belongs to it. */
@Mapper
interface VisitWriter {

    @WithinTie("by")
    @Select("SELECT id, content_digest FROM visit WHERE recorded_by = #{by} AND idempotency_key = #{key}")
    @Nullable
    Known byKey(@Param("by") long by, @Param("key") String key);

    /** The phone account that recorded a visit. */
    @Select("SELECT recorded_by FROM visit WHERE id = #{visit}")
    @Nullable
    Long recorder(long visit);

    @Insert("""
            INSERT INTO visit (family_id, actor, actor_name, recorded_by, visited_on, outcome, missed_reason,
                               missed_sealed, went, met, topics, guardian_topics, child_condition, note_sealed, note_print,
                               neglect_by, neglect_sealed, place_sealed, placed_at, begun_at, saved_at,
                               idempotency_key, content_digest, recorded_at)
            VALUES (#{familyId}, #{actor}, #{actorName}, #{recordedBy}, #{visitedOn}, #{outcome}, #{missedReason},
                    #{missedSealed}, #{went}, #{met}, #{topics}, #{guardianTopics}, #{condition}, #{noteSealed},
                    #{notePrint}, #{neglectBy}, #{neglectSealed}, #{placeSealed}, #{placedAt}, #{begunAt}, #{savedAt},
                    #{key}, #{digest}, #{recordedAt})
            """)
    @Options(useGeneratedKeys = true, keyProperty = "id")
    void insert(NewVisit visit);

    @Insert("""
            <script>
            INSERT INTO visit_child (visit_id, child_id, child_condition, visited_on, met_by) VALUES
            <foreach collection='rows' item='row' separator=','>
              (#{visit.id}, #{row.child}, #{row.condition}, #{visit.visitedOn}, #{visit.metBy})
            </foreach>
            </script>
            """)
    void addChildren(@Param("visit") NewVisit visit, @Param("rows") List<NewChild> rows);

    @Insert("""
            <script>
            INSERT INTO visit_safety (visit_id, item, finding, words_sealed) VALUES
            <foreach collection='rows' item='row' separator=','>(#{visit}, #{row.item}, #{row.finding}, #{row.wordsSealed})</foreach>
            </script>
            """)
    void addSafety(@Param("visit") long visit, @Param("rows") List<NewSafety> rows);

    @Insert("""
            <script>
            INSERT INTO visit_promise (visit_id, words_sealed, due_on) VALUES
            <foreach collection='rows' item='row' separator=','>(#{visit}, #{row.wordsSealed}, #{row.dueOn})</foreach>
            </script>
            """)
    void addPromises(@Param("visit") long visit, @Param("rows") List<NewPromise> rows);

    /** Keeps open promises made to these children in the same capacity; others are left alone. */
    @Update("""
            <script>
            UPDATE visit_promise SET kept_on = #{on}, kept_visit_id = #{visit}, kept_by = #{by}
            WHERE kept_on IS NULL
              AND id IN <foreach collection='ids' item='id' open='(' separator=',' close=')'>#{id}</foreach>
              AND visit_id IN (SELECT v.id FROM visit v JOIN visit_child c ON c.visit_id = v.id
                WHERE v.actor = #{actor} AND COALESCE(v.family_id, 0) = #{family}
                  AND c.child_id IN <foreach collection='children' item='child' open='(' separator=',' close=')'>#{child}</foreach>)
            </script>
            """)
    int keepPromises(
            @Param("ids") Collection<Long> ids,
            @Param("actor") String actor,
            @Param("family") long family,
            @Param("children") Collection<Long> children,
            @Param("on") LocalDate on,
            @Param("visit") @Nullable Long visit,
            @Param("by") long by);

    record Known(long id, String contentDigest) {}

    record NewChild(long child, @Nullable String condition) {}

    record NewSafety(String item, String finding, @Nullable String wordsSealed) {}

    record NewPromise(String wordsSealed, @Nullable LocalDate dueOn) {}

    /** A visit on its way into the table; receives the generated id. */
    @Getter
    class NewVisit {
        private long id;
        private final @Nullable Long familyId;
        private final String actor;
        private final String actorName;
        private final long recordedBy;
        private final LocalDate visitedOn;
        private final String outcome;
        private final @Nullable String missedReason;
        private final @Nullable String missedSealed;
        private final String went;
        private final String met;
        private final String topics;
        private final String guardianTopics;
        private final @Nullable String condition;
        private final @Nullable String noteSealed;
        private final @Nullable Long notePrint;
        private final @Nullable String neglectBy;
        private final @Nullable String neglectSealed;
        private final @Nullable String placeSealed;
        private final @Nullable LocalDateTime placedAt;
        private final @Nullable LocalDateTime begunAt;
        private final @Nullable LocalDateTime savedAt;
        private final String key;
        private final String digest;
        private final LocalDateTime recordedAt;

        NewVisit(Nearness.Standing standing, Report report, Sealed sealed, Letter letter, LocalDateTime now) {
            this.familyId = standing.family() == null ? null : standing.family().value();
            this.actor = standing.as().name();
            this.actorName = standing.name();
            this.recordedBy = letter.account();
            this.visitedOn = report.visitedOn();
            this.outcome = report.outcome().name();
            this.missedReason = Report.name(report.missedReason());
            this.missedSealed = sealed.missed();
            this.went = Report.joined(report.went());
            this.met = Report.joined(report.met());
            this.topics = Report.joined(report.topics());
            this.guardianTopics = Report.joined(report.guardianTopics());
            this.condition = Report.name(report.condition());
            this.noteSealed = sealed.note();
            this.notePrint = sealed.notePrint();
            this.neglectBy =
                    report.neglect() == null ? null : report.neglect().by().name();
            this.neglectSealed = sealed.neglect();
            this.placeSealed = sealed.place();
            this.placedAt = report.placedAt();
            this.begunAt = report.begunAt();
            this.savedAt = report.savedAt();
            this.key = letter.key();
            this.digest = letter.digest();
            this.recordedAt = now;
        }

        /** Who met the children; null where nobody was at home. */
        public @Nullable String getMetBy() {
            return this.outcome.equals(VisitOutcome.MET.name()) ? this.actor : null;
        }
    }

    /** What of a visit is kept sealed. */
    record Sealed(
            @Nullable String note,
            @Nullable Long notePrint,
            @Nullable String missed,
            @Nullable String neglect,
            @Nullable String place) {}

    /** Who sent it under which key with which content. */
    record Letter(long account, String key, String digest) {}
}

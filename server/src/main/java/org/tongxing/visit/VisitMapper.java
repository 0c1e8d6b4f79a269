package org.tongxing.visit;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import lombok.Getter;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface VisitMapper {

    @Insert("""
            INSERT INTO visit (family_id, recorded_by, visited_on, met, topics, child_condition, note, difficulty,
                               idempotency_key, recorded_at)
            VALUES (#{familyId}, #{recordedBy}, #{visitedOn}, #{met}, #{topics}, #{condition}, #{note}, #{difficulty},
                    #{key}, #{recordedAt})
            """)
    @Options(useGeneratedKeys = true, keyProperty = "id")
    void insert(NewVisit visit);

    @Insert("INSERT INTO visit_child (visit_id, child_id) VALUES (#{visit}, #{child})")
    void addChild(@Param("visit") long visit, @Param("child") long child);

    @Insert("INSERT INTO visit_photo (visit_id, photo_id) VALUES (#{visit}, #{photo})")
    void addPhoto(@Param("visit") long visit, @Param("photo") long photo);

    @Select("SELECT id FROM visit WHERE recorded_by = #{by} AND idempotency_key = #{key}")
    @Nullable
    Long byKey(@Param("by") long by, @Param("key") String key);

    @Select("""
            SELECT v.visited_on FROM visit v JOIN visit_child c ON c.visit_id = v.id
            WHERE c.child_id = #{child} AND v.family_id = #{family} AND v.visited_on >= #{from}
            ORDER BY v.visited_on
            """)
    List<LocalDate> days(@Param("child") long child, @Param("family") long family, @Param("from") LocalDate from);

    @Select("""
            SELECT v.id, v.visited_on, f.cadre_name, v.child_condition,
                   (SELECT COUNT(*) FROM visit_photo p WHERE p.visit_id = v.id) AS photos
            FROM visit v JOIN visit_child c ON c.visit_id = v.id JOIN cadre_family f ON f.id = v.family_id
            WHERE c.child_id = #{child} ORDER BY v.visited_on DESC, v.id DESC LIMIT 50
            """)
    List<VisitRow> ofChild(long child);

    @Select("""
            SELECT COUNT(DISTINCT v.id) FROM visit v JOIN visit_child vc ON vc.visit_id = v.id
            JOIN child c ON c.id = vc.child_id
            WHERE c.village_code LIKE CONCAT(#{division}, '%') AND v.visited_on >= #{from} AND v.visited_on < #{until}
            """)
    int countIn(@Param("division") String division, @Param("from") LocalDate from, @Param("until") LocalDate until);

    record VisitRow(long id, LocalDate visitedOn, String cadreName, String childCondition, int photos) {}

    /** A visit on its way into the table; receives the generated id. */
    @Getter
    class NewVisit {
        private long id;
        private final long familyId;
        private final long recordedBy;
        private final LocalDate visitedOn;
        private final String met;
        private final String topics;
        private final String condition;
        private final @Nullable String note;
        private final @Nullable String difficulty;
        private final String key;
        private final LocalDateTime recordedAt;

        NewVisit(long familyId, long recordedBy, Visits.Report report, String key, LocalDateTime recordedAt) {
            this.familyId = familyId;
            this.recordedBy = recordedBy;
            this.visitedOn = report.visitedOn();
            this.met = report.met();
            this.topics = report.topics();
            this.condition = report.condition();
            this.note = report.note();
            this.difficulty = report.difficulty();
            this.key = key;
            this.recordedAt = recordedAt;
        }
    }
}

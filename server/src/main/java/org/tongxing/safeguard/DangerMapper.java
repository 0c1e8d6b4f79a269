package org.tongxing.safeguard;

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
import org.tongxing.persistence.WithinTie;
import org.tongxing.persistence.WithoutScope;

@Mapper
interface DangerMapper {

    /** Everything but who reported. */
    String COLUMNS = """
            id, kind, words_sealed, child_id, child_sealed, division_code, called_police, discovered_at, reported_at,
            received_at, level, accept_by, state, accepted_by_name, accepted_at, outcome_sealed, closed_by_name, closed_at
            """;

    @WithinTie("reporter")
    @Select(
            "SELECT id, content_digest FROM danger_report WHERE reporter_digest = #{reporter} AND idempotency_key = #{key}")
    @Nullable
    Known byKey(@Param("reporter") String reporter, @Param("key") String key);

    @WithinTie("reporter")
    @Select("SELECT COUNT(*) FROM danger_report WHERE reporter_digest = #{reporter} AND received_at > #{since}")
    int newSince(@Param("reporter") String reporter, @Param("since") LocalDateTime since);

    @Insert("""
            INSERT INTO danger_report (kind, words_sealed, child_id, child_sealed, division_code, called_police,
                                       discovered_at, reported_at, received_at, reporter_sealed, reporter_digest,
                                       idempotency_key, content_digest, level, accept_by, state)
            VALUES (#{kind}, #{wordsSealed}, #{childId}, #{childSealed}, #{division}, #{calledPolice}, #{discoveredAt},
                    #{reportedAt}, #{receivedAt}, #{reporter.sealed}, #{reporter.digest}, #{key}, #{digest}, 'COUNTY',
                    #{acceptBy}, 'WAITING')
            """)
    @Options(useGeneratedKeys = true, keyProperty = "id")
    void insert(NewDanger danger);

    @Insert("""
            INSERT IGNORE INTO danger_addition (report_id, content_digest, words_sealed, received_at)
            VALUES (#{report}, #{digest}, #{words}, #{at})
            """)
    int add(
            @Param("report") long report,
            @Param("digest") String digest,
            @Param("words") String words,
            @Param("at") LocalDateTime at);

    /** The kind may be said later than that there is danger; that 110 was called is never taken back. */
    @Update("""
            UPDATE danger_report SET called_police = called_police OR #{calledPolice},
                   kind = CASE WHEN kind = 'OTHER' THEN #{kind} ELSE kind END
            WHERE id = #{id}
            """)
    void amend(@Param("id") long id, @Param("kind") String kind, @Param("calledPolice") boolean calledPolice);

    /** Names the child of a report that had none; one that was taken up stays with those who took it up. */
    @Update("""
            UPDATE danger_report SET child_id = #{child},
                   division_code = CASE WHEN state = 'WAITING' THEN #{division} ELSE division_code END
            WHERE id = #{id} AND child_id IS NULL
              AND (state = 'WAITING' OR #{division} LIKE CONCAT(LEFT(division_code, 9), '%'))
            """)
    int name(@Param("id") long id, @Param("child") long child, @Param("division") String division);

    @Select("""
            <script>
            SELECT DISTINCT child_id FROM danger_report
            WHERE state IN ('WAITING', 'ACCEPTED') AND child_id IS NOT NULL AND (1 = 0
            <if test='!children.isEmpty()'>
              OR child_id IN
              <foreach collection='children' item='child' open='(' separator=',' close=')'>#{child}</foreach>
            </if>
            <foreach collection='places' item='place'> OR division_code LIKE CONCAT(#{place}, '%')</foreach>)
            ORDER BY child_id
            </script>
            """)
    List<Long> openAmong(@Param("children") Collection<Long> children, @Param("places") Collection<String> places);

    @WithoutScope("Says where, to what follows from a report by itself")
    @Select("SELECT division_code FROM danger_report WHERE id = #{id} AND state = 'WAITING'")
    @Nullable
    String waitingAt(long id);

    @WithinTie("reporter")
    @Select("SELECT " + COLUMNS + " FROM danger_report WHERE reporter_digest = #{reporter} ORDER BY id DESC LIMIT 50")
    List<DangerRow> of(String reporter);

    @WithinTie("reporter")
    @Select("SELECT " + COLUMNS + " FROM danger_report WHERE id = #{id} AND reporter_digest = #{reporter}")
    @Nullable
    DangerRow own(@Param("reporter") String reporter, @Param("id") long id);

    /** Who had the own reports on the screen. */
    @WithinTie("reporter")
    @Select("""
            <script>
            SELECT r.report_id, r.recipient_name AS name, r.role, r.received_at FROM danger_receipt r
            JOIN danger_report d ON d.id = r.report_id
            WHERE d.reporter_digest = #{reporter} AND r.report_id IN
            <foreach collection='reports' item='report' open='(' separator=',' close=')'>#{report}</foreach>
            ORDER BY r.report_id, r.received_at
            </script>
            """)
    List<ReceiptRow> receipts(@Param("reporter") String reporter, @Param("reports") Collection<Long> reports);

    /** Reports nobody has accepted in time. */
    @WithoutScope("Reports go up by the clock, on nobody's behalf")
    @Select("""
            SELECT id, level, division_code FROM danger_report
            WHERE state = 'WAITING' AND accept_by <= #{now} ORDER BY accept_by LIMIT 200
            """)
    List<OverdueRow> overdue(LocalDateTime now);

    /** Goes up from exactly this level, so that two instances do not do it twice. */
    @Update("""
            UPDATE danger_report SET level = #{to}, accept_by = #{acceptBy}
            WHERE id = #{id} AND state = 'WAITING' AND level = #{from} AND accept_by <= #{now}
            """)
    int escalate(
            @Param("id") long id,
            @Param("from") String from,
            @Param("to") String to,
            @Param("acceptBy") LocalDateTime acceptBy,
            @Param("now") LocalDateTime now);

    @Update("UPDATE danger_report SET division_code = #{into} WHERE division_code = #{from}")
    void move(@Param("from") String from, @Param("into") String into);

    record Known(long id, String contentDigest) {}

    record OverdueRow(long id, String level, String divisionCode) {}

    record ReceiptRow(long reportId, String name, String role, LocalDateTime receivedAt) {}

    record DangerRow(
            long id,
            String kind,
            @Nullable String wordsSealed,
            @Nullable Long childId,
            @Nullable String childSealed,
            String divisionCode,
            boolean calledPolice,
            LocalDateTime discoveredAt,
            LocalDateTime reportedAt,
            LocalDateTime receivedAt,
            String level,
            LocalDateTime acceptBy,
            String state,
            @Nullable String acceptedByName,
            @Nullable LocalDateTime acceptedAt,
            @Nullable String outcomeSealed,
            @Nullable String closedByName,
            @Nullable LocalDateTime closedAt) {}

    /** Who reported: sealed for the security flow, and a fingerprint that finds the own reports. */
    record Reporter(String sealed, String digest) {}

    /** A report on its way into the table; receives the generated id. */
    @Getter
    class NewDanger {
        private long id;
        private final String kind;
        private final @Nullable String wordsSealed;
        private final @Nullable Long childId;
        private final @Nullable String childSealed;
        private final String division;
        private final boolean calledPolice;
        private final LocalDateTime discoveredAt;
        private final LocalDateTime reportedAt;
        private final LocalDateTime receivedAt;
        private final LocalDateTime acceptBy;
        private final Reporter reporter;
        private final String key;
        private final String digest;

        NewDanger(Dangers.Report report, Dangers.Sealed sealed, Reporter reporter, String key, LocalDateTime acceptBy) {
            this.kind = report.kind().name();
            this.wordsSealed = sealed.words();
            this.childId = report.child() == null ? null : report.child().value();
            this.childSealed = sealed.childWords();
            this.division = report.place().value();
            this.calledPolice = report.calledPolice();
            this.discoveredAt = report.discoveredAt();
            this.reportedAt = report.reportedAt();
            this.receivedAt = report.receivedAt();
            this.acceptBy = acceptBy;
            this.reporter = reporter;
            this.key = key;
            this.digest = sealed.digest();
        }
    }
}

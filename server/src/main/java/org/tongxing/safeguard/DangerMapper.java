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
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.Scope;
import org.tongxing.persistence.Paging;

@Mapper
interface DangerMapper {

    String IN_SCOPE = " d.division_code LIKE CONCAT(#{scope.division.value}, '%') ";
    String AT_LEVELS =
            " AND d.level IN <foreach collection='levels' item='level' open='(' separator=',' close=')'>#{level}</foreach> ";

    @Select(
            "SELECT id, content_digest FROM danger_report WHERE reporter_digest = #{reporter} AND idempotency_key = #{key}")
    @Nullable
    Known byKey(@Param("reporter") String reporter, @Param("key") String key);

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

    @Select("SELECT * FROM danger_report WHERE reporter_digest = #{reporter} ORDER BY id DESC LIMIT 50")
    List<DangerRow> of(String reporter);

    @Select("SELECT * FROM danger_report WHERE id = #{id} AND reporter_digest = #{reporter}")
    @Nullable
    DangerRow own(@Param("reporter") String reporter, @Param("id") long id);

    @Select("<script>SELECT d.* FROM danger_report d WHERE d.state = 'WAITING' AND " + IN_SCOPE + AT_LEVELS
            + " ORDER BY d.id</script>")
    List<DangerRow> waiting(@Param("scope") Scope scope, @Param("levels") Collection<String> levels);

    @Select("<script>SELECT d.* FROM danger_report d WHERE " + IN_SCOPE + AT_LEVELS + """
            <if test='state != null'>AND d.state = #{state}</if>
            ORDER BY d.state DESC, d.received_at DESC, d.id DESC LIMIT #{paging.size} OFFSET #{paging.offset}
            </script>
            """)
    List<DangerRow> list(
            @Param("scope") Scope scope,
            @Param("levels") Collection<String> levels,
            @Param("state") @Nullable String state,
            @Param("paging") Paging paging);

    @Select("<script>SELECT COUNT(*) FROM danger_report d WHERE " + IN_SCOPE + AT_LEVELS + """
            <if test='state != null'>AND d.state = #{state}</if>
            </script>
            """)
    long count(
            @Param("scope") Scope scope,
            @Param("levels") Collection<String> levels,
            @Param("state") @Nullable String state);

    @Select("<script>SELECT d.* FROM danger_report d WHERE d.id = #{id} AND " + IN_SCOPE + AT_LEVELS + "</script>")
    @Nullable
    DangerRow find(@Param("scope") Scope scope, @Param("levels") Collection<String> levels, @Param("id") long id);

    /** The sealed reporter, for the security flow alone. */
    @Select("SELECT d.reporter_sealed FROM danger_report d WHERE d.id = #{id} AND " + IN_SCOPE)
    @Nullable
    String reporter(@Param("scope") Scope scope, @Param("id") long id);

    /** One of several who accept at once comes first. */
    @Update("""
            UPDATE danger_report SET state = 'ACCEPTED', accepted_by = #{by.accountId},
                   accepted_by_name = #{by.displayName}, accepted_at = #{at}
            WHERE id = #{id} AND state = 'WAITING'
            """)
    int accept(@Param("id") long id, @Param("by") Caller by, @Param("at") LocalDateTime at);

    /** When it was first on whose screen; the second time changes nothing. */
    @Insert("""
            <script>
            INSERT IGNORE INTO danger_receipt (report_id, recipient_kind, recipient_id, recipient_name, role, received_at)
            VALUES
            <foreach collection='reports' item='report' separator=','>
              (#{report}, 'DUTY', #{by.accountId}, #{by.displayName}, #{by.role}, #{at})
            </foreach>
            </script>
            """)
    void received(@Param("reports") Collection<Long> reports, @Param("by") Caller by, @Param("at") LocalDateTime at);

    @Select("""
            <script>
            SELECT report_id, recipient_name AS name, role, received_at FROM danger_receipt WHERE report_id IN
            <foreach collection='reports' item='report' open='(' separator=',' close=')'>#{report}</foreach>
            ORDER BY report_id, received_at
            </script>
            """)
    List<ReceiptRow> receipts(@Param("reports") Collection<Long> reports);

    @Select("""
            <script>
            SELECT report_id, words_sealed, received_at FROM danger_addition WHERE report_id IN
            <foreach collection='reports' item='report' open='(' separator=',' close=')'>#{report}</foreach>
            ORDER BY report_id, received_at
            </script>
            """)
    List<AdditionRow> additions(@Param("reports") Collection<Long> reports);

    /** Reports nobody has accepted in time. */
    @Select("""
            SELECT id, level, division_code FROM danger_report WHERE state = 'WAITING' AND accept_by <= #{now} ORDER BY id LIMIT 200
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

    record AdditionRow(long reportId, String wordsSealed, LocalDateTime receivedAt) {}

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
            String state,
            @Nullable String acceptedByName,
            @Nullable LocalDateTime acceptedAt) {}

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

package org.tongxing.safeguard;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.Scope;
import org.tongxing.persistence.Paging;
import org.tongxing.safeguard.DangerMapper.DangerRow;

/** Reports as those on duty see them: in their place, at their level, and never with who reported. */
@Mapper
interface DangerDeskMapper {

    String IN_SCOPE = " d.division_code LIKE CONCAT(#{scope.division.value}, '%') ";
    String AT_LEVELS =
            " AND d.level IN <foreach collection='levels' item='level' open='(' separator=',' close=')'>#{level}</foreach> ";
    String IDS = "<foreach collection='ids' item='id' open='(' separator=',' close=')'>#{id}</foreach>";
    String CHOSEN = """
            <if test='state != null'>AND d.state = #{state}</if>
            <if test='child != null'>AND d.child_id = #{child}</if>
            """;

    @Select("<script>SELECT " + DangerMapper.COLUMNS + " FROM danger_report d WHERE d.state = 'WAITING' AND " + IN_SCOPE
            + AT_LEVELS + " ORDER BY d.id</script>")
    List<DangerRow> waiting(@Param("scope") Scope scope, @Param("levels") Collection<String> levels);

    /** The children of a place about whom a report is open. */
    @Select("<script>SELECT DISTINCT d.child_id FROM danger_report d WHERE d.state IN ('WAITING', 'ACCEPTED')"
            + " AND d.child_id IS NOT NULL AND " + IN_SCOPE + AT_LEVELS + " ORDER BY d.child_id</script>")
    List<Long> red(@Param("scope") Scope scope, @Param("levels") Collection<String> levels);

    /** What waits first, then what is being done, then what is over; in each the newest first. */
    @Select("<script>SELECT " + DangerMapper.COLUMNS + " FROM danger_report d WHERE " + IN_SCOPE + AT_LEVELS + CHOSEN
            + """
            ORDER BY d.closed_at IS NOT NULL, d.accepted_at IS NOT NULL, d.received_at DESC, d.id DESC
            LIMIT #{paging.size} OFFSET #{paging.offset}
            </script>
            """)
    List<DangerRow> list(
            @Param("scope") Scope scope,
            @Param("levels") Collection<String> levels,
            @Param("state") @Nullable String state,
            @Param("child") @Nullable Long child,
            @Param("paging") Paging paging);

    @Select("<script>SELECT d.state, COUNT(*) AS reports FROM danger_report d WHERE " + IN_SCOPE + AT_LEVELS + """
            <if test='child != null'>AND d.child_id = #{child}</if>
            GROUP BY d.state
            </script>
            """)
    List<StateCount> counts(
            @Param("scope") Scope scope,
            @Param("levels") Collection<String> levels,
            @Param("child") @Nullable Long child);

    @Select("<script>SELECT " + DangerMapper.COLUMNS + " FROM danger_report d WHERE d.id = #{id} AND " + IN_SCOPE
            + AT_LEVELS + "</script>")
    @Nullable
    DangerRow find(@Param("scope") Scope scope, @Param("levels") Collection<String> levels, @Param("id") long id);

    /** The sealed reporter, for the security flow alone. */
    @Select("SELECT d.reporter_sealed FROM danger_report d WHERE d.id = #{id} AND " + IN_SCOPE)
    @Nullable
    String reporter(@Param("scope") Scope scope, @Param("id") long id);

    /** One of several who accept at once comes first. */
    @Update("UPDATE danger_report d SET d.state = 'ACCEPTED', d.accepted_by = #{by.accountId},"
            + " d.accepted_by_name = #{by.displayName}, d.accepted_at = #{at}"
            + " WHERE d.id = #{id} AND d.state = 'WAITING' AND " + IN_SCOPE)
    int accept(
            @Param("scope") Scope scope, @Param("id") long id, @Param("by") Caller by, @Param("at") LocalDateTime at);

    /** Whether this account is the one that took the report up. */
    @Select("SELECT COUNT(*) FROM danger_report d WHERE d.id = #{id} AND d.accepted_by = #{account} AND " + IN_SCOPE)
    int acceptedBy(@Param("scope") Scope scope, @Param("id") long id, @Param("account") long account);

    @Update(
            "UPDATE danger_report d SET d.state = 'CLOSED', d.outcome_sealed = #{outcome}, d.closed_by = #{by.accountId},"
                    + " d.closed_by_name = #{by.displayName}, d.closed_at = #{at}"
                    + " WHERE d.id = #{id} AND d.state = 'ACCEPTED' AND " + IN_SCOPE)
    int close(
            @Param("scope") Scope scope,
            @Param("id") long id,
            @Param("outcome") String outcome,
            @Param("by") Caller by,
            @Param("at") LocalDateTime at);

    @Insert("""
            INSERT INTO danger_note (report_id, words_sealed, noted_by, noted_by_name, noted_at)
            VALUES (#{report}, #{words}, #{by.accountId}, #{by.displayName}, #{at})
            """)
    void note(
            @Param("report") long report,
            @Param("words") String words,
            @Param("by") Caller by,
            @Param("at") LocalDateTime at);

    /** When it was first on whose screen; the second time changes nothing. */
    @Insert("""
            <script>
            INSERT IGNORE INTO danger_receipt (report_id, recipient_kind, recipient_id, recipient_name, role, received_at)
            SELECT d.id, 'DUTY', #{by.accountId}, #{by.displayName}, #{by.role}, #{at} FROM danger_report d
            WHERE d.id IN
            """ + IDS + " AND " + IN_SCOPE + AT_LEVELS + "</script>")
    int received(
            @Param("scope") Scope scope,
            @Param("levels") Collection<String> levels,
            @Param("ids") Collection<Long> ids,
            @Param("by") Caller by,
            @Param("at") LocalDateTime at);

    @Select("<script>SELECT r.report_id, r.recipient_name AS name, r.role, r.received_at FROM danger_receipt r"
            + " JOIN danger_report d ON d.id = r.report_id WHERE r.report_id IN " + IDS + " AND " + IN_SCOPE
            + " ORDER BY r.report_id, r.received_at</script>")
    List<DangerMapper.ReceiptRow> receipts(@Param("scope") Scope scope, @Param("ids") Collection<Long> ids);

    @Select("<script>SELECT n.report_id, n.words_sealed, n.noted_by_name AS name, n.noted_at FROM danger_note n"
            + " JOIN danger_report d ON d.id = n.report_id WHERE n.report_id IN " + IDS + " AND " + IN_SCOPE
            + " ORDER BY n.id</script>")
    List<NoteRow> notes(@Param("scope") Scope scope, @Param("ids") Collection<Long> ids);

    @Select("<script>SELECT a.report_id, a.words_sealed, a.received_at FROM danger_addition a"
            + " JOIN danger_report d ON d.id = a.report_id WHERE a.report_id IN " + IDS + " AND " + IN_SCOPE
            + " ORDER BY a.report_id, a.received_at</script>")
    List<AdditionRow> additions(@Param("scope") Scope scope, @Param("ids") Collection<Long> ids);

    record StateCount(String state, int reports) {}

    record NoteRow(long reportId, String wordsSealed, String name, LocalDateTime notedAt) {}

    record AdditionRow(long reportId, String wordsSealed, LocalDateTime receivedAt) {}
}

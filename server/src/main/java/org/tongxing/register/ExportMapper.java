package org.tongxing.register;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import lombok.Getter;
import lombok.RequiredArgsConstructor;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.Role;
import org.tongxing.kernel.Scope;
import org.tongxing.persistence.WithoutScope;

@Mapper
interface ExportMapper {

    String EXPORT = """
            SELECT id, kind, division_code, unit_id, on_day, of_year, named, purpose, purpose_note, filter_sealed, state, children_done,
                   children_total, rows_written, bytes, problem, asked_by, asked_by_name, asked_as, asked_from, asked_at,
                   ready_at, expires_at, attempts
            FROM register_export
            """;

    @Insert("""
            INSERT INTO register_export (kind, division_code, unit_id, on_day, of_year, named, purpose, purpose_note,
                                         filter_sealed, state, asked_by, asked_by_name, asked_as, asked_from, asked_at, ask_key)
            VALUES (#{ask.kind}, #{scope.division.value}, #{scope.unitId}, #{ask.on}, #{ask.year}, #{ask.named},
                    #{ask.purpose}, #{ask.note}, #{filterSealed}, 'RUNNING', #{by.accountId}, #{by.displayName}, #{by.role},
                    #{by.division.value}, #{at}, #{key})
            """)
    @Options(useGeneratedKeys = true, keyProperty = "id")
    void insert(NewExport fresh);

    @Select("SELECT id FROM register_export WHERE running_key = #{key}")
    @Nullable
    Long running(String key);

    @Select("SELECT COUNT(*) FROM register_export WHERE asked_by = #{account} AND state = 'RUNNING'")
    int countRunning(long account);

    /** An export belongs to whoever asked for it, and only while its place is still his or hers. */
    @Select(EXPORT + """
             WHERE id = #{id} AND asked_by = #{account} AND division_code LIKE CONCAT(#{scope.division.value}, '%')
               AND (#{scope.unitId} IS NULL OR unit_id = #{scope.unitId})
            """)
    @Nullable
    ExportRow find(@Param("scope") Scope scope, @Param("account") long account, @Param("id") long id);

    @Select(EXPORT + """
             WHERE asked_by = #{account} AND division_code LIKE CONCAT(#{scope.division.value}, '%')
               AND (#{scope.unitId} IS NULL OR unit_id = #{scope.unitId}) AND state <> 'CANCELLED'
            ORDER BY id DESC LIMIT 20
            """)
    List<ExportRow> mine(@Param("scope") Scope scope, @Param("account") long account);

    /** An export for the job that works on it. */
    @WithoutScope("The job works on what somebody has asked for within a scope that is written in the row")
    @Select(EXPORT + " WHERE id = #{id}")
    @Nullable
    ExportRow get(long id);

    /** Work that nobody is at: not begun yet, or whoever was at it has gone silent. */
    @Select("""
            SELECT id FROM register_export
            WHERE state = 'RUNNING' AND (leased_until IS NULL OR leased_until < #{now}) ORDER BY id LIMIT 20
            """)
    List<Long> orphans(LocalDateTime now);

    /** Takes an orphan; only one instance gets to. */
    @Update("""
            UPDATE register_export SET worker = #{worker}, leased_until = #{until}, attempts = attempts + 1
            WHERE id = #{id} AND state = 'RUNNING' AND (leased_until IS NULL OR leased_until < #{now})
            """)
    int claim(
            @Param("id") long id,
            @Param("worker") String worker,
            @Param("until") LocalDateTime until,
            @Param("now") LocalDateTime now);

    /** Whoever stops in good order leaves its work for anybody. */
    @Update("UPDATE register_export SET leased_until = NULL WHERE worker = #{worker} AND state = 'RUNNING'")
    void release(String worker);

    /** Tells how far the work has come; 0 if it is no longer this worker's. */
    @Update("""
            UPDATE register_export SET children_done = #{done}, children_total = #{total}, leased_until = #{until}
            WHERE id = #{id} AND state = 'RUNNING' AND worker = #{worker}
            """)
    int progress(
            @Param("id") long id,
            @Param("worker") String worker,
            @Param("done") int done,
            @Param("total") int total,
            @Param("until") LocalDateTime until);

    @Update("""
            UPDATE register_export SET state = 'READY', children_done = children_total, rows_written = #{rows},
                   bytes = #{bytes}, problem = NULL, ready_at = #{at}, expires_at = #{expires}, leased_until = NULL
            WHERE id = #{id} AND state = 'RUNNING' AND worker = #{worker} AND attempts = #{attempt}
            """)
    int finish(
            @Param("id") long id,
            @Param("worker") String worker,
            @Param("attempt") int attempt,
            @Param("rows") int rows,
            @Param("bytes") long bytes,
            @Param("at") LocalDateTime at,
            @Param("expires") LocalDateTime expires);

    /** Gives a job up; with a time to try again it stays running. */
    @Update("""
            UPDATE register_export SET state = #{to}, problem = #{problem}, leased_until = #{retryAt}
            WHERE id = #{id} AND state = 'RUNNING' AND worker = #{worker}
            """)
    void giveUp(
            @Param("id") long id,
            @Param("worker") String worker,
            @Param("to") ExportState to,
            @Param("problem") @Nullable String problem,
            @Param("retryAt") @Nullable LocalDateTime retryAt);

    @Update(
            "UPDATE register_export SET state = 'CANCELLED' WHERE id = #{id} AND state IN ('RUNNING', 'READY', 'FAILED')")
    int cancel(long id);

    @Update("UPDATE register_export SET state = 'EXPIRED' WHERE state = 'READY' AND expires_at <= #{now}")
    void expire(LocalDateTime now);

    /** An export on its way into the table; receives the generated id. */
    @Getter
    @RequiredArgsConstructor
    class NewExport {
        private long id;
        private final Exports.Ask ask;
        private final @Nullable String filterSealed;
        private final Scope scope;
        private final Caller by;
        private final LocalDateTime at;
        private final String key;
    }

    record ExportRow(
            long id,
            ExportKind kind,
            String divisionCode,
            @Nullable Long unitId,
            LocalDate onDay,
            @Nullable Integer ofYear,
            boolean named,
            @Nullable Purpose purpose,
            @Nullable String purposeNote,
            @Nullable String filterSealed,
            ExportState state,
            int childrenDone,
            int childrenTotal,
            int rowsWritten,
            long bytes,
            @Nullable String problem,
            long askedBy,
            String askedByName,
            Role askedAs,
            String askedFrom,
            LocalDateTime askedAt,
            @Nullable LocalDateTime readyAt,
            @Nullable LocalDateTime expiresAt,
            int attempts) {}
}

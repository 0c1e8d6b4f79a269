package org.tongxing.roster;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
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
import org.tongxing.kernel.Scope;
import org.tongxing.persistence.WithoutScope;

@Mapper
interface ImportMapper {

    String IMPORT = """
            SELECT id, division_code, file_name, file_size, kept_until, state, problem, rows_read, rows_total,
                   accepted_rows, noted_rows, refused_rows, known_rows, absent_children, rows_prepared, prepared_sheet,
                   prepared_line, causes, sheets_sealed, mapping_sealed, uploaded_at, accepted_at, accepted_by, worker,
                   attempts
            FROM roster_import
            """;

    /** Two rosters of one township are taken over one after the other, so that the second knows who came by the first. */
    String NOBODY_AT = """
            i.state IN ('READING', 'ACCEPTING') AND (i.leased_until IS NULL OR i.leased_until < #{now})
            AND (i.state = 'READING' OR NOT EXISTS (
              SELECT 1 FROM roster_import other
              WHERE other.state = 'ACCEPTING' AND other.division_code = i.division_code AND other.id <> i.id
                AND (other.id < i.id OR other.leased_until >= #{now})))
            """;

    @Insert("""
            INSERT INTO roster_import (division_code, file_name, kept_until, state, uploaded_by, uploaded_at)
            VALUES (#{division}, #{fileName}, #{keptUntil}, 'READING', #{by}, #{at})
            """)
    @Options(useGeneratedKeys = true, keyProperty = "id")
    void insert(NewImport fresh);

    @Update("UPDATE roster_import SET file_size = #{size} WHERE id = #{id}")
    void fileSize(@Param("id") long id, @Param("size") int size);

    @Select(IMPORT + " WHERE id = #{id} AND division_code LIKE CONCAT(#{scope.division.value}, '%')")
    @Nullable
    ImportRow find(@Param("scope") Scope scope, @Param("id") long id);

    @Select(IMPORT + " WHERE division_code LIKE CONCAT(#{scope.division.value}, '%') ORDER BY id DESC LIMIT 50")
    List<ImportRow> recent(@Param("scope") Scope scope);

    /** An import for the job that works on it. */
    @WithoutScope("The job works on what somebody has uploaded")
    @Select(IMPORT + " WHERE id = #{id}")
    @Nullable
    ImportRow get(long id);

    /** What was last said about columns in a township. */
    @WithoutScope("Remembers what the columns of a township's workbooks mean; nothing about a person")
    @Select("""
            SELECT mapping_sealed FROM roster_import
            WHERE division_code = #{division} AND mapping_sealed IS NOT NULL AND id < #{before} ORDER BY id DESC LIMIT 1
            """)
    @Nullable
    String lastMapping(@Param("division") String division, @Param("before") long before);

    /** Moves an import on; only one request gets to do it. */
    @Update("""
            <script>
            UPDATE roster_import SET state = #{to}, problem = NULL, leased_until = NULL, worker = NULL, attempts = 0,
                   rows_prepared = 0, prepared_sheet = NULL, prepared_line = NULL
            WHERE id = #{id} AND state IN
            <foreach collection='from' item='one' open='(' separator=',' close=')'>#{one}</foreach>
            </script>
            """)
    int move(@Param("id") long id, @Param("from") Collection<ImportState> from, @Param("to") ImportState to);

    @Update("UPDATE roster_import SET accepted_by = #{by} WHERE id = #{id}")
    void acceptedBy(@Param("id") long id, @Param("by") long by);

    @Update("UPDATE roster_import SET mapping_sealed = #{mapping} WHERE id = #{id}")
    void mapping(@Param("id") long id, @Param("mapping") @Nullable String mapping);

    /** Work that nobody is at: not begun yet, or whoever was at it has gone silent. */
    @Select("SELECT i.id FROM roster_import i WHERE " + NOBODY_AT + " ORDER BY i.id LIMIT 20")
    List<Long> orphans(LocalDateTime now);

    /** Locks an orphan for the moment in which it is claimed; one that is being taken over is locked already. */
    @Select("SELECT i.id FROM roster_import i WHERE i.id = #{id} AND " + NOBODY_AT + " FOR UPDATE SKIP LOCKED")
    @Nullable
    Long lockOrphan(@Param("id") long id, @Param("now") LocalDateTime now);

    @Update("""
            UPDATE roster_import SET worker = #{worker}, leased_until = #{until}, attempts = attempts + 1
            WHERE id = #{id}
            """)
    void claim(@Param("id") long id, @Param("worker") String worker, @Param("until") LocalDateTime until);

    /** Whoever stops in good order leaves its work for anybody. */
    @Update(
            "UPDATE roster_import SET leased_until = NULL WHERE worker = #{worker} AND state IN ('READING', 'ACCEPTING')")
    void release(String worker);

    /** Tells how far the reading has come; 0 if the import is no longer this worker's to read. */
    @Update("""
            UPDATE roster_import SET rows_read = #{read}, rows_total = #{total}, leased_until = #{until}
            WHERE id = #{id} AND state = 'READING' AND worker = #{worker}
            """)
    int progress(
            @Param("id") long id,
            @Param("worker") String worker,
            @Param("read") int read,
            @Param("total") int total,
            @Param("until") LocalDateTime until);

    /** Ends the reading; why it was read again, if it was, is still to be told. */
    @Update("""
            UPDATE roster_import SET state = #{r.state}, problem = COALESCE(#{r.problem}, problem), rows_read = #{r.rows},
                   rows_total = #{r.rows}, accepted_rows = #{r.accepted}, noted_rows = #{r.noted},
                   refused_rows = #{r.refused}, known_rows = #{r.known}, absent_children = #{r.absent},
                   causes = #{r.causes}, sheets_sealed = #{r.sheets}, leased_until = NULL
            WHERE id = #{id} AND state = 'READING' AND worker = #{worker}
            """)
    int finishReading(@Param("id") long id, @Param("worker") String worker, @Param("r") ReadResult result);

    /** Tells how far the rows are prepared; 0 if the import is no longer this worker's to take over. */
    @Update("""
            UPDATE roster_import SET prepared_sheet = #{sheet}, prepared_line = #{line},
                   rows_prepared = rows_prepared + #{rows}, leased_until = #{until}
            WHERE id = #{id} AND state = 'ACCEPTING' AND worker = #{worker}
            """)
    int prepared(
            @Param("id") long id,
            @Param("worker") String worker,
            @Param("sheet") int sheet,
            @Param("line") int line,
            @Param("rows") int rows,
            @Param("until") LocalDateTime until);

    /** Goes on working; 0 if the import is no longer this worker's to take over. */
    @Update("""
            UPDATE roster_import SET leased_until = #{until}
            WHERE id = #{id} AND state = 'ACCEPTING' AND worker = #{worker}
            """)
    int renew(@Param("id") long id, @Param("worker") String worker, @Param("until") LocalDateTime until);

    /** Locks what this worker is about to take over; while the lock is held nobody else does. */
    @Select("SELECT id FROM roster_import WHERE id = #{id} AND state = 'ACCEPTING' AND worker = #{worker} FOR UPDATE")
    @Nullable
    Long lockAccepting(@Param("id") long id, @Param("worker") String worker);

    @Update("""
            UPDATE roster_import SET state = 'ACCEPTED', problem = NULL, accepted_at = #{at}, kept_until = #{keptUntil},
                   leased_until = NULL
            WHERE id = #{id}
            """)
    void finishAccepting(
            @Param("id") long id, @Param("at") LocalDateTime at, @Param("keptUntil") @Nullable LocalDate keptUntil);

    /** Lets what is under way in a township be read anew; whoever is at it finds that it is no longer theirs. */
    @Update("""
            UPDATE roster_import SET state = 'READING', problem = #{why}, leased_until = NULL, worker = NULL, attempts = 0,
                   rows_prepared = 0, prepared_sheet = NULL, prepared_line = NULL
            WHERE division_code = #{township} AND state IN ('READING', 'PREVIEW', 'ACCEPTING')
            """)
    void readAgain(@Param("township") String township, @Param("why") String why);

    @Update("UPDATE roster_import SET division_code = #{into} WHERE division_code = #{from}")
    void moveDivision(@Param("from") String from, @Param("into") String into);

    /** What has been kept as long as promised. */
    @Select("""
            SELECT id FROM roster_import
            WHERE kept_until <= #{today} AND state NOT IN ('READING', 'ACCEPTING') ORDER BY id LIMIT 100
            """)
    List<Long> due(LocalDate today);

    @Update("UPDATE roster_import SET kept_until = NULL WHERE id = #{id}")
    void forgotten(long id);

    /** Leaves a job to be tried again from the given time on. */
    @Update("UPDATE roster_import SET leased_until = #{retryAt} WHERE id = #{id} AND state = #{from}")
    void putOff(@Param("id") long id, @Param("from") ImportState from, @Param("retryAt") LocalDateTime retryAt);

    /** Gives a job up; what it has prepared by then counts for nothing. */
    @Update("""
            UPDATE roster_import SET state = #{to}, problem = #{problem}, leased_until = NULL, rows_prepared = 0,
                   prepared_sheet = NULL, prepared_line = NULL
            WHERE id = #{id} AND state = #{from}
            """)
    void giveUp(
            @Param("id") long id,
            @Param("from") ImportState from,
            @Param("to") ImportState to,
            @Param("problem") String problem);

    /** An import on its way into the table; receives the generated id. */
    @Getter
    @RequiredArgsConstructor
    class NewImport {
        private long id;
        private final String division;
        private final String fileName;
        private final LocalDate keptUntil;
        private final long by;
        private final LocalDateTime at;
    }

    record ReadResult(
            ImportState state,
            @Nullable String problem,
            int rows,
            int accepted,
            int noted,
            int refused,
            @Nullable Integer known,
            @Nullable Integer absent,
            @Nullable String causes,
            @Nullable String sheets) {}

    record ImportRow(
            long id,
            String divisionCode,
            String fileName,
            int fileSize,
            @Nullable LocalDate keptUntil,
            ImportState state,
            @Nullable String problem,
            int rowsRead,
            int rowsTotal,
            int acceptedRows,
            int notedRows,
            int refusedRows,
            @Nullable Integer knownRows,
            @Nullable Integer absentChildren,
            int rowsPrepared,
            @Nullable Integer preparedSheet,
            @Nullable Integer preparedLine,
            @Nullable String causes,
            @Nullable String sheetsSealed,
            @Nullable String mappingSealed,
            LocalDateTime uploadedAt,
            @Nullable LocalDateTime acceptedAt,
            @Nullable Long acceptedBy,
            @Nullable String worker,
            int attempts) {}
}

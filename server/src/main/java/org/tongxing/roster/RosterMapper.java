package org.tongxing.roster;

import java.time.LocalDateTime;
import java.util.List;
import lombok.Getter;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.Scope;

@Mapper
interface RosterMapper {

    @Insert("""
            INSERT INTO roster_import (division_code, file_name, file_path, state, uploaded_by, uploaded_at)
            VALUES (#{division}, #{fileName}, #{filePath}, 'READING', #{by}, #{at})
            """)
    @Options(useGeneratedKeys = true, keyProperty = "id")
    void insert(NewImport fresh);

    @Insert("""
            <script>
            INSERT INTO roster_row (import_id, sheet_index, line_number, kind, verdict, cells_sealed, entry_sealed,
                                    problems, digest)
            VALUES
            <foreach collection='rows' item='r' separator=','>
              (#{r.importId}, #{r.sheet}, #{r.number}, #{r.kind}, #{r.verdict}, #{r.cells}, #{r.entry}, #{r.problems},
               #{r.digest})
            </foreach>
            </script>
            """)
    void stage(@Param("rows") List<StagedRow> rows);

    @Update("UPDATE roster_import SET state = #{state}, rows_read = #{rows}, problem = #{problem} WHERE id = #{id}")
    void state(
            @Param("id") long id,
            @Param("state") String state,
            @Param("rows") int rows,
            @Param("problem") @Nullable String problem);

    /** Only one request gets to take a previewed import over. */
    @Update("""
            UPDATE roster_import SET state = 'ACCEPTED', accepted_by = #{by}, accepted_at = #{at}
            WHERE id = #{id} AND state = 'PREVIEW'
            """)
    int accept(@Param("id") long id, @Param("by") long by, @Param("at") LocalDateTime at);

    @Update("UPDATE roster_import SET state = 'ABANDONED' WHERE id = #{id} AND state = 'PREVIEW'")
    int abandon(long id);

    @Select("""
            SELECT id, division_code, file_name, state, problem, rows_read, uploaded_at FROM roster_import
            WHERE id = #{id} AND division_code LIKE CONCAT(#{scope.division.value}, '%')
            """)
    @Nullable
    ImportRow find(@Param("scope") Scope scope, @Param("id") long id);

    @Select("""
            SELECT id, division_code, file_name, state, problem, rows_read, uploaded_at FROM roster_import
            WHERE division_code LIKE CONCAT(#{scope.division.value}, '%') ORDER BY id DESC LIMIT 50
            """)
    List<ImportRow> recent(@Param("scope") Scope scope);

    @Select("SELECT verdict, COUNT(*) AS rows_of FROM roster_row WHERE import_id = #{id} GROUP BY verdict")
    List<VerdictRow> verdicts(long id);

    @Select("""
            <script>
            SELECT import_id, sheet_index AS sheet, line_number AS number, kind, verdict, cells_sealed AS cells,
                   entry_sealed AS entry, problems, digest
            FROM roster_row WHERE import_id = #{id}
            <if test='verdict != null'>AND verdict = #{verdict}</if>
            ORDER BY sheet_index, line_number LIMIT #{size} OFFSET #{offset}
            </script>
            """)
    List<StagedRow> rows(
            @Param("id") long id,
            @Param("verdict") @Nullable String verdict,
            @Param("size") int size,
            @Param("offset") long offset);

    @Select("SELECT problems FROM roster_row WHERE import_id = #{id} AND problems <> '[]'")
    List<String> problems(long id);

    @Update("""
            UPDATE roster_row SET settled_at = #{at}
            WHERE verdict = 'REFUSED' AND settled_at IS NULL AND dismissed_at IS NULL AND digest = #{digest}
            """)
    void settle(@Param("digest") String digest, @Param("at") LocalDateTime at);

    @Select("""
            SELECT COUNT(*) FROM roster_row r JOIN roster_import i ON i.id = r.import_id
            WHERE i.state = 'ACCEPTED' AND r.verdict = 'REFUSED' AND r.settled_at IS NULL AND r.dismissed_at IS NULL
              AND i.division_code LIKE CONCAT(#{scope.division.value}, '%')
            """)
    int unaccepted(@Param("scope") Scope scope);

    /** An import on its way into the table; receives the generated id. */
    @Getter
    class NewImport {
        private long id;
        private final String division;
        private final String fileName;
        private final String filePath;
        private final long by;
        private final LocalDateTime at;

        NewImport(String division, String fileName, String filePath, long by, LocalDateTime at) {
            this.division = division;
            this.fileName = fileName;
            this.filePath = filePath;
            this.by = by;
            this.at = at;
        }
    }

    record StagedRow(
            long importId,
            int sheet,
            int number,
            String kind,
            String verdict,
            String cells,
            @Nullable String entry,
            String problems,
            @Nullable String digest) {}

    record ImportRow(
            long id,
            String divisionCode,
            String fileName,
            String state,
            @Nullable String problem,
            int rowsRead,
            LocalDateTime uploadedAt) {}

    record VerdictRow(String verdict, int rowsOf) {}
}

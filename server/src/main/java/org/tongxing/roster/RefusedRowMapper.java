package org.tongxing.roster;

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
import org.tongxing.roster.reading.SheetKind;

@Mapper
interface RefusedRowMapper {

    String ROW = """
            SELECT r.id, r.import_id, i.file_name, r.division_code, r.sheet_index AS sheet, r.line_number AS line, r.kind,
                   r.payload_sealed AS payload, r.refused_at
            FROM refused_row r JOIN roster_import i ON i.id = r.import_id
            """;

    @Insert("""
            <script>
            INSERT INTO refused_row (import_id, division_code, sheet_index, line_number, kind, payload_sealed, refused_at)
            VALUES
            <foreach collection='rows' item='r' separator=','>
              (#{r.row.importId}, #{r.row.divisionCode}, #{r.row.sheet}, #{r.row.line}, #{r.row.kind}, #{r.row.payload},
               #{r.at})
            </foreach>
            </script>
            """)
    @Options(useGeneratedKeys = true, keyProperty = "rows.id")
    void insert(@Param("rows") List<NewRefusedRow> rows);

    @Insert("""
            <script>
            INSERT INTO refused_row_key (row_key, refused_row_id) VALUES
            <foreach collection='rows' item='r' separator=','>(#{r.key}, #{r.id})</foreach>
            </script>
            """)
    void insertKeys(@Param("rows") List<KeyRow> rows);

    /** Open rows of earlier imports that are about the same people. */
    @Select("""
            <script>
            SELECT DISTINCT r.id FROM refused_row_key k JOIN refused_row r ON r.id = k.refused_row_id
            WHERE r.is_open AND r.import_id != #{importId} AND k.row_key IN
            <foreach collection='keys' item='one' open='(' separator=',' close=')'>#{one}</foreach>
            </script>
            """)
    List<Long> sameAs(@Param("importId") long importId, @Param("keys") Collection<String> keys);

    @Update("""
            <script>
            UPDATE refused_row SET settled_at = #{at}, settled_by = #{importId} WHERE id IN
            <foreach collection='ids' item='one' open='(' separator=',' close=')'>#{one}</foreach>
            </script>
            """)
    void settle(@Param("ids") Collection<Long> ids, @Param("importId") long importId, @Param("at") LocalDateTime at);

    @Select("""
            SELECT COUNT(*) FROM refused_row
            WHERE is_open AND division_code LIKE CONCAT(#{scope.division.value}, '%')
            """)
    int countOpen(@Param("scope") Scope scope);

    @Select(ROW + """
             WHERE r.is_open AND r.division_code LIKE CONCAT(#{scope.division.value}, '%')
            ORDER BY r.id LIMIT #{size} OFFSET #{offset}
            """)
    List<OpenRow> open(@Param("scope") Scope scope, @Param("size") int size, @Param("offset") long offset);

    /** Dismisses a row that is still open, and in scope; 0 otherwise. */
    @Update("""
            UPDATE refused_row SET dismissed_at = #{at}, dismissed_by = #{by}, dismissed_reason = #{reason}
            WHERE id = #{id} AND is_open AND division_code LIKE CONCAT(#{scope.division.value}, '%')
            """)
    int dismiss(
            @Param("scope") Scope scope,
            @Param("id") long id,
            @Param("by") long by,
            @Param("reason") String reason,
            @Param("at") LocalDateTime at);

    /** Whether a row is there for the caller, open or not. */
    @Select("SELECT id FROM refused_row WHERE id = #{id} AND division_code LIKE CONCAT(#{scope.division.value}, '%')")
    @Nullable
    Long find(@Param("scope") Scope scope, @Param("id") long id);

    /** A refused row on its way into the table; receives the generated id. */
    @Getter
    @RequiredArgsConstructor
    class NewRefusedRow {
        private long id;
        private final StagedRowMapper.StagedRow row;
        private final LocalDateTime at;
    }

    record KeyRow(String key, long id) {}

    record OpenRow(
            long id,
            long importId,
            String fileName,
            String divisionCode,
            int sheet,
            int line,
            SheetKind kind,
            String payload,
            LocalDateTime refusedAt) {}
}

package org.tongxing.roster;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import lombok.Getter;
import lombok.RequiredArgsConstructor;
import org.apache.ibatis.annotations.Delete;
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

    /** Whether a row waits: it was refused by an import that is accepted, and nothing has come of it yet. */
    String WAITS = " r.is_open AND i.state = 'ACCEPTED' AND r.division_code LIKE CONCAT(#{scope.division.value}, '%')"
            + " AND #{scope.unitId} IS NULL";

    @Insert("""
            INSERT INTO refused_row (import_id, division_code, sheet_index, line_number, kind, payload_sealed, refused_at)
            VALUES (#{row.importId}, #{row.divisionCode}, #{row.sheet}, #{row.line}, #{row.kind}, #{row.payload}, #{at})
            """)
    @Options(useGeneratedKeys = true, keyProperty = "id")
    void insert(NewRefusedRow row);

    @Insert("INSERT INTO refused_row_key (row_key, refused_row_id) VALUES (#{key}, #{id})")
    void insertKey(KeyRow row);

    /** Whether a row of another import waits in the township. */
    @Select("""
            SELECT EXISTS (SELECT 1 FROM refused_row
                           WHERE is_open AND division_code LIKE CONCAT(#{township}, '%') AND import_id != #{importId})
            """)
    boolean othersWait(@Param("importId") long importId, @Param("township") String township);

    /** Open rows of earlier imports into the township that are about the same people. */
    @Select("""
            <script>
            SELECT DISTINCT r.id FROM refused_row_key k JOIN refused_row r ON r.id = k.refused_row_id
            WHERE r.is_open AND r.import_id != #{importId} AND r.division_code LIKE CONCAT(#{township}, '%')
              AND k.row_key IN
            <foreach collection='keys' item='one' open='(' separator=',' close=')'>#{one}</foreach>
            </script>
            """)
    List<Long> sameAs(
            @Param("importId") long importId,
            @Param("township") String township,
            @Param("keys") Collection<String> keys);

    /** Rows this import refuses that are about the same people as rows it takes. */
    @Select("""
            <script>
            SELECT DISTINCT r.id FROM refused_row_key k JOIN refused_row r ON r.id = k.refused_row_id
            WHERE r.is_open AND r.settled_by IS NULL AND r.import_id = #{importId} AND k.row_key IN
            <foreach collection='keys' item='one' open='(' separator=',' close=')'>#{one}</foreach>
            </script>
            """)
    List<Long> sameInFile(@Param("importId") long importId, @Param("keys") Collection<String> keys);

    @Select("SELECT COUNT(*) FROM refused_row WHERE import_id = #{importId}")
    int refusedBy(long importId);

    @Update("UPDATE refused_row SET division_code = #{into} WHERE division_code = #{from}")
    void moveDivision(@Param("from") String from, @Param("into") String into);

    @Update("""
            <script>
            UPDATE refused_row SET settled_by = #{importId} WHERE is_open AND id IN
            <foreach collection='ids' item='one' open='(' separator=',' close=')'>#{one}</foreach>
            </script>
            """)
    void willSettle(@Param("ids") Collection<Long> ids, @Param("importId") long importId);

    @Update("UPDATE refused_row SET settled_by = NULL WHERE settled_by = #{importId} AND settled_at IS NULL")
    void willNotSettle(long importId);

    @Update("""
            UPDATE refused_row SET settled_at = #{at}
            WHERE settled_by = #{importId} AND settled_at IS NULL AND dismissed_at IS NULL
            """)
    void settle(@Param("importId") long importId, @Param("at") LocalDateTime at);

    String UNACCEPTED = "import_id = #{importId} AND import_id IN"
            + " (SELECT i.id FROM roster_import i WHERE i.id = #{importId} AND i.state != 'ACCEPTED')";

    @Delete("DELETE FROM refused_row_key WHERE refused_row_id IN (SELECT id FROM refused_row WHERE " + UNACCEPTED + ")")
    void discardKeys(long importId);

    @Delete("DELETE FROM refused_row WHERE " + UNACCEPTED)
    void discard(long importId);

    @Select("SELECT COUNT(*) FROM refused_row r JOIN roster_import i ON i.id = r.import_id WHERE " + WAITS)
    int countOpen(@Param("scope") Scope scope);

    @Select(ROW + " WHERE " + WAITS + """
             ORDER BY r.id LIMIT #{size} OFFSET #{offset}
            """)
    List<OpenRow> open(@Param("scope") Scope scope, @Param("size") int size, @Param("offset") long offset);

    /** Dismisses a row that is still open, and in scope; 0 otherwise. */
    @Update("""
            UPDATE refused_row r JOIN roster_import i ON i.id = r.import_id
            SET r.dismissed_at = #{at}, r.dismissed_by = #{by}, r.dismissed_reason = #{reason}
            WHERE r.id = #{id} AND r.is_open AND i.state = 'ACCEPTED'
              AND r.division_code LIKE CONCAT(#{scope.division.value}, '%')
            """)
    int dismiss(
            @Param("scope") Scope scope,
            @Param("id") long id,
            @Param("by") long by,
            @Param("reason") String reason,
            @Param("at") LocalDateTime at);

    /** Whether a row is there for the caller, open or not. */
    @Select("""
            SELECT r.id FROM refused_row r JOIN roster_import i ON i.id = r.import_id
            WHERE r.id = #{id} AND i.state = 'ACCEPTED' AND r.division_code LIKE CONCAT(#{scope.division.value}, '%')
            """)
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

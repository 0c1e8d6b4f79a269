package org.tongxing.roster;

import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.Scope;
import org.tongxing.persistence.WithoutScope;
import org.tongxing.roster.reading.SheetKind;
import org.tongxing.roster.reading.Verdict;

@Mapper
interface StagedRowMapper {

    String ROW = """
            SELECT r.import_id, r.sheet_index AS sheet, r.line_number AS line, r.kind, r.verdict, r.division_code, r.causes,
                   r.row_keys, r.payload_sealed AS payload
            FROM roster_row r
            """;

    String IN_SCOPE = """
             AND EXISTS (SELECT 1 FROM roster_import i WHERE i.id = r.import_id
                         AND i.division_code LIKE CONCAT(#{scope.division.value}, '%'))
            """;

    @Insert("""
            INSERT INTO roster_row (import_id, sheet_index, line_number, kind, verdict, division_code, causes, row_keys,
                                    payload_sealed)
            VALUES (#{importId}, #{sheet}, #{line}, #{kind}, #{verdict}, #{divisionCode}, #{causes}, #{rowKeys}, #{payload})
            """)
    void stage(StagedRow row);

    @Delete("DELETE FROM roster_row WHERE import_id = #{id} LIMIT #{most}")
    int clear(@Param("id") long id, @Param("most") int most);

    /** The families of an import that are taken. */
    @WithoutScope("The job takes over what somebody has accepted")
    @Select(ROW + """
             WHERE import_id = #{id} AND kind = 'FAMILIES' AND verdict != 'REFUSED'
               AND (sheet_index > #{sheet} OR (sheet_index = #{sheet} AND line_number > #{line}))
            ORDER BY sheet_index, line_number LIMIT #{size}
            """)
    List<StagedRow> familiesAfter(
            @Param("id") long id, @Param("sheet") int sheet, @Param("line") int line, @Param("size") int size);

    /** A page of an import of the scope. */
    @Select("<script>" + ROW + " WHERE import_id = #{id}" + IN_SCOPE + """
            <if test='verdict != null'>AND verdict = #{verdict}</if>
            <if test='cause != null'>AND FIND_IN_SET(#{cause}, causes)</if>
            ORDER BY sheet_index, line_number LIMIT #{size} OFFSET #{offset}
            </script>
            """)
    List<StagedRow> page(
            @Param("scope") Scope scope,
            @Param("id") long id,
            @Param("verdict") @Nullable Verdict verdict,
            @Param("cause") @Nullable String cause,
            @Param("size") int size,
            @Param("offset") long offset);

    /** The rows after a given one, in the order of the workbook. */
    @Select(ROW + " WHERE import_id = #{id}" + IN_SCOPE + """
               AND (sheet_index > #{sheet} OR (sheet_index = #{sheet} AND line_number > #{line}))
            ORDER BY sheet_index, line_number LIMIT #{size}
            """)
    List<StagedRow> after(
            @Param("scope") Scope scope,
            @Param("id") long id,
            @Param("sheet") int sheet,
            @Param("line") int line,
            @Param("size") int size);

    /** The fingerprints of the rows after a given one that are taken: not refused, and not held back since. */
    @WithoutScope("The job takes over what somebody has accepted; fingerprints come back")
    @Select("""
            SELECT s.sheet_index AS sheet, s.line_number AS line, s.row_keys FROM roster_row s
            LEFT JOIN refused_row r
              ON r.import_id = s.import_id AND r.sheet_index = s.sheet_index AND r.line_number = s.line_number
            WHERE s.import_id = #{id} AND s.verdict != 'REFUSED' AND r.id IS NULL
              AND (s.sheet_index > #{sheet} OR (s.sheet_index = #{sheet} AND s.line_number > #{line}))
            ORDER BY s.sheet_index, s.line_number LIMIT #{size}
            """)
    List<TakenRow> takenAfter(
            @Param("id") long id, @Param("sheet") int sheet, @Param("line") int line, @Param("size") int size);

    record TakenRow(int sheet, int line, String rowKeys) {}

    record StagedRow(
            long importId,
            int sheet,
            int line,
            SheetKind kind,
            Verdict verdict,
            String divisionCode,
            String causes,
            String rowKeys,
            String payload) {}
}

package org.tongxing.register;

import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.Scope;
import org.tongxing.persistence.WithoutScope;

/** The files of exports, in pieces. */
@Mapper
interface PieceMapper {

    @Insert("""
            INSERT INTO register_export_piece (export_id, attempt, position, sealed)
            VALUES (#{export}, #{attempt}, #{position}, #{sealed})
            """)
    void insert(
            @Param("export") long export,
            @Param("attempt") int attempt,
            @Param("position") int position,
            @Param("sealed") byte[] sealed);

    @Select("""
            SELECT p.sealed FROM register_export e JOIN register_export_piece p ON p.export_id = e.id
            WHERE e.id = #{export} AND e.division_code LIKE CONCAT(#{scope.division.value}, '%')
              AND (#{scope.unitId} IS NULL OR e.unit_id = #{scope.unitId})
              AND p.attempt = #{attempt} AND p.position = #{position}
            """)
    @Nullable
    Piece find(
            @Param("scope") Scope scope,
            @Param("export") long export,
            @Param("attempt") int attempt,
            @Param("position") int position);

    @Delete("DELETE FROM register_export_piece WHERE export_id = #{export}")
    void delete(long export);

    /** What an attempt and those before it wrote; a later attempt of somebody else keeps its own. */
    @Delete("DELETE FROM register_export_piece WHERE export_id = #{export} AND attempt <= #{attempt}")
    void deleteUntil(@Param("export") long export, @Param("attempt") int attempt);

    /**
     * Attempts that have pieces and no file: of exports that ended otherwise, and those that did not finish. Deleting with this
     * condition would open every piece there is; the keys alone say it.
     */
    @Select("""
            SELECT DISTINCT p.export_id, p.attempt FROM register_export_piece p JOIN register_export e ON e.id = p.export_id
            WHERE e.state IN ('FAILED', 'CANCELLED', 'EXPIRED') OR (e.state = 'READY' AND p.attempt <> e.attempts)
            """)
    @WithoutScope("files nobody can fetch any more are deleted, wherever they were made")
    List<Attempt> leftOvers();

    @Delete("DELETE FROM register_export_piece WHERE export_id = #{export} AND attempt = #{attempt}")
    void deleteAttempt(@Param("export") long export, @Param("attempt") int attempt);

    record Piece(byte[] sealed) {}

    record Attempt(long exportId, int attempt) {}
}

package org.tongxing.obligation;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.Scope;
import org.tongxing.persistence.ChildScope;
import org.tongxing.persistence.FamilyScope;
import org.tongxing.policy.DeedKind;

@Mapper
interface PlainDeedMapper {

    @Insert("""
            <script>
            INSERT INTO plain_deed (kind, child_id, family_id, done_on, recorded_by, recorded_at) VALUES
            <foreach collection='rows' item='r' separator=','>
              (#{r.kind}, #{r.childId}, #{r.familyId}, #{r.doneOn}, #{r.recordedBy}, #{r.recordedAt})
            </foreach>
            </script>
            """)
    void insert(@Param("rows") List<Row> rows);

    @Select("<script>SELECT d.kind, d.child_id, d.family_id, d.done_on, d.recorded_by, d.recorded_at FROM child c"
            + " JOIN plain_deed d ON d.child_id = c.id WHERE d.undone_at IS NULL AND d.done_on &gt;= #{from} AND "
            + ChildScope.IN_SCOPE + "</script>")
    List<Row> since(@Param("scope") Scope scope, @Param("from") LocalDate from);

    @Select("""
            <script>
            SELECT d.kind, d.child_id, d.family_id, d.done_on, d.recorded_by, d.recorded_at
            FROM plain_deed d JOIN cadre_family f ON f.id = d.family_id
            WHERE d.undone_at IS NULL AND d.done_on &gt;= #{from} AND d.family_id IN
            <foreach collection='families' item='family' open='(' separator=',' close=')'>#{family}</foreach>
              AND
            """ + FamilyScope.IN_SCOPE + "</script>")
    List<Row> ofFamilies(
            @Param("scope") Scope scope, @Param("families") Collection<Long> families, @Param("from") LocalDate from);

    /** Takes back what the same person recorded a moment ago. */
    @Update("""
            UPDATE plain_deed SET undone_at = #{at}
            WHERE undone_at IS NULL AND kind = #{kind} AND recorded_by = #{by} AND recorded_at = #{recordedAt}
            """)
    int undo(
            @Param("kind") DeedKind kind,
            @Param("by") long by,
            @Param("recordedAt") LocalDateTime recordedAt,
            @Param("at") LocalDateTime at);

    record Row(
            DeedKind kind,
            @Nullable Long childId,
            @Nullable Long familyId,
            LocalDate doneOn,
            long recordedBy,
            LocalDateTime recordedAt) {}
}

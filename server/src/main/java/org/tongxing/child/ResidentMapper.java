package org.tongxing.child;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.Scope;
import org.tongxing.persistence.ChildScope;
import org.tongxing.persistence.WithoutScope;

@Mapper
interface ResidentMapper {

    @Select(
            "<script>SELECT c.id, c.name, c.sex, c.birth_on, c.village_code, c.household_id, c.registered_on, c.left_on,"
                    + " c.import_id FROM child c WHERE " + ChildScope.IN_SCOPE + " ORDER BY c.id</script>")
    List<ChildMapper.VillageChild> in(@Param("scope") Scope scope);

    @Select("<script>SELECT k.child_id, k.category, k.clause, k.starts_on, k.ends_on FROM child c"
            + " JOIN child_category k ON k.child_id = c.id WHERE " + ChildScope.IN_SCOPE + "</script>")
    List<ChildMapper.CategoryRow> categories(@Param("scope") Scope scope);

    @Select("<script>SELECT f.child_id, f.kind, f.content, f.since_on, f.until_on FROM child c"
            + " JOIN child_fact f ON f.child_id = c.id WHERE f.superseded_at IS NULL"
            + " AND f.kind IN ('FATHER', 'MOTHER', 'FATHER_HOME', 'MOTHER_HOME') AND " + ChildScope.IN_SCOPE
            + "</script>")
    List<ParentRow> parents(@Param("scope") Scope scope);

    @Select("<script>SELECT DISTINCT f.child_id FROM child c JOIN child_fact f ON f.child_id = c.id"
            + " WHERE f.kind IN ('FATHER', 'MOTHER') AND f.content = 'WORKING_AWAY' AND f.superseded_at IS NULL"
            + " AND f.since_on IS NULL AND (f.until_on IS NULL OR f.until_on &gt; #{day}) AND " + ChildScope.IN_SCOPE
            + "</script>")
    List<Long> awayWithoutDay(@Param("scope") Scope scope, @Param("day") LocalDate day);

    @Select("<script>SELECT a.child_id, a.relation, a.carer, a.access FROM child c JOIN adult a ON a.child_id = c.id"
            + " WHERE " + ChildScope.IN_SCOPE + "</script>")
    List<AdultRow> adults(@Param("scope") Scope scope);

    /** The days on which a person wrote something into the file. */
    @Select("<script>SELECT f.child_id, DATE(f.recorded_at) AS updated_on FROM child c"
            + " JOIN child_fact f ON f.child_id = c.id"
            + " WHERE f.recorded_by IS NOT NULL AND f.recorded_at &gt;= #{from} AND " + ChildScope.IN_SCOPE
            + " UNION SELECT f.child_id, DATE(f.superseded_at) FROM child c JOIN child_fact f ON f.child_id = c.id"
            + " WHERE f.superseded_at &gt;= #{from} AND " + ChildScope.IN_SCOPE
            + " UNION SELECT w.child_id, DATE(w.recorded_at) FROM child c JOIN case_facet w ON w.child_id = c.id"
            + " WHERE w.recorded_by IS NOT NULL AND w.recorded_at &gt;= #{from} AND " + ChildScope.IN_SCOPE
            + "</script>")
    List<UpdateRow> updates(@Param("scope") Scope scope, @Param("from") LocalDate from);

    @WithoutScope("An event names the children whose villages are counted anew; codes of places come back")
    @Select("""
            <script>
            SELECT DISTINCT village_code FROM child WHERE id IN
            <foreach collection='children' item='child' open='(' separator=',' close=')'>#{child}</foreach>
            ORDER BY village_code
            </script>
            """)
    List<String> villagesOf(@Param("children") Collection<Long> children);

    record ParentRow(
            long childId,
            String kind,
            String content,
            @Nullable LocalDate sinceOn,
            @Nullable LocalDate untilOn) {}

    record AdultRow(long childId, String relation, boolean carer, String access) {}

    record UpdateRow(long childId, LocalDate updatedOn) {}
}

package org.tongxing.child;

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
import org.tongxing.persistence.WithinTie;

@Mapper
interface FactMapper {

    @Select("""
            <script>
            SELECT f.id, f.kind, f.content, f.place_code, f.since_on, f.until_on, f.recorded_by, f.recorded_at,
                   f.superseded_at, f.superseded_by
            FROM child c JOIN child_fact f ON f.child_id = c.id WHERE c.id = #{child} AND
            """ + ChildScope.IN_SCOPE + " ORDER BY f.superseded_at IS NOT NULL, f.id DESC</script>")
    List<ChildMapper.FactRow> history(@Param("scope") Scope scope, @Param("child") long child);

    @Update("""
            UPDATE child_fact SET superseded_at = #{at}, superseded_by = #{by}
            WHERE id = #{fact} AND child_id = #{child} AND superseded_at IS NULL
            """)
    int supersede(
            @Param("child") long child, @Param("fact") long fact, @Param("by") long by, @Param("at") LocalDateTime at);

    @Select("""
            <script>
            SELECT w.id, w.facet, w.content_sealed, w.recorded_by, w.visit_id, w.recorded_at
            FROM child c JOIN case_facet w ON w.child_id = c.id WHERE c.id = #{child} AND
            """ + ChildScope.IN_SCOPE + " ORDER BY w.facet, w.id DESC</script>")
    List<FacetRow> facets(@Param("scope") Scope scope, @Param("child") long child);

    /** As it is by now, which a transaction that has read before would not see without the lock. */
    @Select("SELECT MAX(id) FROM case_facet WHERE child_id = #{child} AND facet = #{facet} FOR UPDATE")
    @Nullable
    Long newestFacet(@Param("child") long child, @Param("facet") Facet facet);

    @Select("SELECT COUNT(*) FROM child_fact WHERE id = #{fact} AND child_id = #{child}")
    int known(@Param("child") long child, @Param("fact") long fact);

    /** Whether just this stands already; the caller holds the child's row. */
    @Select("""
            SELECT COUNT(*) FROM child_fact WHERE child_id = #{child} AND kind = #{fact.kind} AND content = #{fact.content}
              AND place_code <=> #{place} AND since_on <=> #{fact.since} AND until_on <=> #{fact.until}
              AND superseded_at IS NULL
            """)
    int stands(
            @Param("child") long child, @Param("fact") NewChild.NewFact fact, @Param("place") @Nullable String place);

    @Insert("""
            INSERT INTO case_facet (child_id, facet, content_sealed, recorded_by, recorded_at)
            VALUES (#{child}, #{facet}, #{sealed}, #{by}, #{at})
            """)
    void insertFacet(
            @Param("child") long child,
            @Param("facet") Facet facet,
            @Param("sealed") String sealed,
            @Param("by") long by,
            @Param("at") LocalDateTime at);

    @Insert("""
            <script>
            INSERT INTO case_facet (child_id, facet, content_sealed, visit_id, recorded_at) VALUES
            <foreach collection='rows' item='row' separator=','>
              (#{row.child}, #{row.facet}, #{row.sealed}, #{visit}, #{at})
            </foreach>
            </script>
            """)
    void insertVisitFacets(
            @Param("rows") List<VisitFacet> rows, @Param("visit") long visit, @Param("at") LocalDateTime at);

    /** One after the other, whoever writes: a child's row stands for its ledger. */
    @Select("<script>SELECT id FROM child WHERE id IN"
            + " <foreach collection='children' item='child' open='(' separator=',' close=')'>#{child}</foreach>"
            + " ORDER BY id FOR UPDATE</script>")
    List<Long> lockLedgers(@Param("children") Collection<Long> children);

    /** As it is by now, which a transaction that has read before would not see without the lock; the newest comes last. */
    @WithinTie("child")
    @Select("<script>SELECT id, child_id, facet, content_sealed, visit_id FROM case_facet WHERE child_id IN"
            + " <foreach collection='children' item='child' open='(' separator=',' close=')'>#{child}</foreach>"
            + " ORDER BY id FOR UPDATE</script>")
    List<StandingRow> standing(@Param("children") Collection<Long> children);

    record StandingRow(
            long id,
            long childId,
            String facet,
            String contentSealed,
            @Nullable Long visitId) {}

    record VisitFacet(long child, Facet facet, String sealed) {}

    record FacetRow(
            long id,
            String facet,
            String contentSealed,
            @Nullable Long recordedBy,
            @Nullable Long visitId,
            LocalDateTime recordedAt) {}
}

package org.tongxing.child;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.Scope;
import org.tongxing.persistence.ChildScope;
import org.tongxing.policy.RiskTier;

@Mapper
interface TierMapper {

    /** Serialises the decisions about one child. */
    @Select("SELECT id FROM child WHERE id = #{child} FOR UPDATE")
    @Nullable
    Long lock(long child);

    @Delete("DELETE FROM child_tier WHERE child_id = #{child}")
    void clear(long child);

    @Insert("""
            <script>
            INSERT INTO child_tier (child_id, tier, basis, why, starts_on, ends_on) VALUES
            <foreach collection='rows' item='r' separator=','>
              (#{r.childId}, #{r.tier}, #{r.basis}, #{r.why}, #{r.startsOn}, #{r.endsOn})
            </foreach>
            </script>
            """)
    void insert(@Param("rows") List<TierRow> rows);

    @Insert("""
            INSERT INTO risk_decision (child_id, tier, previous, reason_sealed, by_team, decided_by, decided_at)
            VALUES (#{child}, #{d.tier}, #{d.previous}, #{d.reasonSealed}, #{d.byTeam}, #{d.decidedBy}, #{d.decidedAt})
            """)
    void decide(@Param("child") long child, @Param("d") DecisionRow decision);

    @Select("""
            <script>
            SELECT d.tier, d.previous, d.reason_sealed, d.by_team, d.decided_by, d.decided_at
            FROM child c JOIN risk_decision d ON d.child_id = c.id WHERE c.id = #{child} AND
            """ + ChildScope.IN_SCOPE + " ORDER BY d.id</script>")
    List<DecisionRow> decisions(@Param("scope") Scope scope, @Param("child") long child);

    @Select("""
            <script>
            SELECT t.child_id, t.tier, t.basis, t.why, t.starts_on, t.ends_on
            FROM child c JOIN child_tier t ON t.child_id = c.id WHERE c.id = #{child} AND
            """ + ChildScope.IN_SCOPE + " ORDER BY t.starts_on</script>")
    List<TierRow> of(@Param("scope") Scope scope, @Param("child") long child);

    /** The tiers of all children of a scope that still hold on or after a day. */
    @Select("<script>SELECT t.child_id, t.tier, t.basis, t.why, t.starts_on, t.ends_on FROM child c"
            + " JOIN child_tier t ON t.child_id = c.id WHERE t.ends_on > #{from} AND "
            + ChildScope.IN_SCOPE + " ORDER BY t.child_id, t.starts_on</script>")
    List<TierRow> in(@Param("scope") Scope scope, @Param("from") LocalDate from);

    String GRADED = """
            FROM child c JOIN child_tier t ON t.child_id = c.id
            WHERE t.starts_on &lt;= #{on} AND t.ends_on &gt; #{on}
              AND c.registered_on &lt;= #{on} AND (c.left_on IS NULL OR c.left_on &gt; #{on}) AND
            """ + ChildScope.IN_SCOPE;

    @Select("<script>SELECT t.tier, COUNT(*) AS children " + GRADED + " GROUP BY t.tier</script>")
    List<Count> counts(@Param("scope") Scope scope, @Param("on") LocalDate on);

    @Select("<script>SELECT c.id, c.name, c.sex, c.birth_on, c.village_code, t.tier, t.basis, t.why, t.starts_on "
            + GRADED + """
            <if test='tier != null'>AND t.tier = #{tier}</if>
            ORDER BY FIELD(t.tier, 'HIGH', 'MEDIUM_HIGH', 'MEDIUM_LOW', 'LOW'), t.starts_on, c.id
            LIMIT #{size} OFFSET #{offset}
            </script>
            """)
    List<GradedRow> page(
            @Param("scope") Scope scope,
            @Param("tier") @Nullable RiskTier tier,
            @Param("on") LocalDate on,
            @Param("size") int size,
            @Param("offset") long offset);

    @Insert("""
            INSERT INTO risk_entry (child_id, tier, entered_by, entered_at) VALUES (#{child}, #{tier}, #{by}, #{at})
            """)
    void enter(
            @Param("child") long child,
            @Param("tier") RiskTier tier,
            @Param("by") long by,
            @Param("at") LocalDateTime at);

    @Select("<script>SELECT e.tier, e.entered_by, e.entered_at FROM child c JOIN risk_entry e ON e.child_id = c.id"
            + " WHERE c.id = #{child} AND " + ChildScope.IN_SCOPE + " ORDER BY e.id DESC LIMIT 1</script>")
    @Nullable
    EntryRow entry(@Param("scope") Scope scope, @Param("child") long child);

    record TierRow(long childId, RiskTier tier, String basis, String why, LocalDate startsOn, LocalDate endsOn) {}

    record DecisionRow(
            RiskTier tier,
            @Nullable RiskTier previous,
            @Nullable String reasonSealed,
            boolean byTeam,
            @Nullable Long decidedBy,
            LocalDateTime decidedAt) {}

    record Count(RiskTier tier, int children) {}

    record EntryRow(RiskTier tier, long enteredBy, LocalDateTime enteredAt) {}

    record GradedRow(
            long id,
            String name,
            String sex,
            LocalDate birthOn,
            String villageCode,
            RiskTier tier,
            String basis,
            String why,
            LocalDate startsOn) {}
}

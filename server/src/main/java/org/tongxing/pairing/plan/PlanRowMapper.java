package org.tongxing.pairing.plan;

import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.Scope;
import org.tongxing.persistence.ChildScope;
import org.tongxing.persistence.WithoutScope;

@Mapper
interface PlanRowMapper {

    String ROW = """
            SELECT r.child_id, c.name AS child_name, c.sex, c.birth_on, r.village_code, r.family_id, f.cadre_name,
                   f.cadre_sex, u.name AS unit_name, r.parts, r.cost, r.price, r.cheapest, r.left_reason,
                   r.edited_by IS NOT NULL AS edited, r.outcome, r.outcome_code, r.pairing_id
            FROM plan_row r JOIN child c ON c.id = r.child_id
            LEFT JOIN cadre_family f ON f.id = r.family_id LEFT JOIN unit u ON u.id = f.unit_id
            """;

    @Insert("""
            <script>
            INSERT INTO plan_row (plan_id, child_id, village_code, household_id, family_id, parts, cost, price,
                                  cheapest, left_reason)
            VALUES
            <foreach collection='rows' item='r' separator=','>
              (#{plan}, #{r.childId}, #{r.villageCode}, #{r.householdId}, #{r.familyId}, #{r.parts}, #{r.cost},
               #{r.price}, #{r.cheapest}, #{r.leftReason})
            </foreach>
            </script>
            """)
    void insert(@Param("plan") long plan, @Param("rows") List<NewRow> rows);

    @Select("<script>" + ROW + """
             WHERE r.plan_id = #{plan}
            <if test='left != null'>AND r.family_id IS <if test='!left'>NOT</if> NULL</if>
            AND
            """ + ChildScope.IN_SCOPE + """
            ORDER BY r.village_code, r.household_id, r.child_id LIMIT #{size} OFFSET #{offset}
            </script>
            """)
    List<PlanRow> page(
            @Param("scope") Scope scope,
            @Param("plan") long plan,
            @Param("left") @Nullable Boolean left,
            @Param("size") int size,
            @Param("offset") long offset);

    @Select("""
            <script>
            SELECT COUNT(*) FROM plan_row r JOIN child c ON c.id = r.child_id WHERE r.plan_id = #{plan}
            <if test='left != null'>AND r.family_id IS <if test='!left'>NOT</if> NULL</if>
            AND
            """ + ChildScope.IN_SCOPE + "</script>")
    int count(@Param("scope") Scope scope, @Param("plan") long plan, @Param("left") @Nullable Boolean left);

    /** The child and its siblings within the plan. */
    @Select("""
            <script>
            SELECT s.child_id, s.village_code, s.family_id
            FROM plan_row r JOIN child c ON c.id = r.child_id
            JOIN plan_row s ON s.plan_id = r.plan_id AND s.household_id = r.household_id
            WHERE r.plan_id = #{plan} AND r.child_id = #{child} AND
            """ + ChildScope.IN_SCOPE + " ORDER BY s.child_id</script>")
    List<Member> group(@Param("scope") Scope scope, @Param("plan") long plan, @Param("child") long child);

    @Select("SELECT COUNT(*) FROM plan_row WHERE plan_id = #{plan} AND family_id = #{family}")
    int load(@Param("plan") long plan, @Param("family") long family);

    @Update("""
            UPDATE plan_row SET family_id = #{family}, left_reason = #{leftReason}, parts = #{parts}, cost = #{cost},
                                edited_by = #{by}
            WHERE plan_id = #{plan} AND child_id = #{child}
            """)
    void edit(
            @Param("plan") long plan,
            @Param("child") long child,
            @Param("family") @Nullable Long family,
            @Param("leftReason") @Nullable String leftReason,
            @Param("parts") String parts,
            @Param("cost") int cost,
            @Param("by") long by);

    /** The plan costs what its rows cost; the bound stays what it is. */
    @Update("""
            UPDATE plan SET cost = (SELECT COALESCE(SUM(r.cost), 0) FROM plan_row r WHERE r.plan_id = plan.id)
            WHERE id = #{plan}
            """)
    void recost(long plan);

    @WithoutScope("A publication goes on after a crash without whoever began it")
    @Select("""
            SELECT village_code FROM plan_row
            WHERE plan_id = #{plan} AND outcome IS NULL AND family_id IS NOT NULL ORDER BY village_code LIMIT 1
            """)
    @Nullable
    String nextVillage(long plan);

    @WithoutScope("A publication goes on after a crash without whoever began it")
    @Select("""
            SELECT child_id, village_code, family_id FROM plan_row
            WHERE plan_id = #{plan} AND outcome IS NULL AND village_code = #{village} AND family_id IS NOT NULL
            ORDER BY household_id, child_id FOR UPDATE
            """)
    List<Member> lockUnpublished(@Param("plan") long plan, @Param("village") String village);

    @Update("""
            UPDATE plan_row SET outcome = #{outcome}, outcome_code = #{code}, pairing_id = #{pairing}
            WHERE plan_id = #{plan} AND child_id = #{child}
            """)
    void conclude(
            @Param("plan") long plan,
            @Param("child") long child,
            @Param("outcome") String outcome,
            @Param("code") @Nullable String code,
            @Param("pairing") @Nullable Long pairing);

    @Select("SELECT COUNT(*) FROM plan_row WHERE plan_id = #{plan} AND outcome IS NOT NULL")
    int concluded(long plan);

    record NewRow(
            long childId,
            String villageCode,
            long householdId,
            @Nullable Long familyId,
            String parts,
            int cost,
            int price,
            int cheapest,
            @Nullable String leftReason) {}

    record Member(
            long childId, String villageCode, @Nullable Long familyId) {}
}

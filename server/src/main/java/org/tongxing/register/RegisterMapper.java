package org.tongxing.register;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;
import org.tongxing.coverage.State;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import org.tongxing.kernel.Sex;
import org.tongxing.persistence.ChildScope;

/** Reads what the register says of children, a place at a time. */
@Mapper
interface RegisterMapper {

    String IN_PLACE = "c.village_code LIKE CONCAT(#{place.value}, '%') AND " + ChildScope.IN_SCOPE;

    @Select("<script>SELECT c.village_code, COUNT(*) AS children FROM child c WHERE " + ChildScope.IN_SCOPE
            + " GROUP BY c.village_code ORDER BY c.village_code</script>")
    List<VillageRow> villages(@Param("scope") Scope scope);

    /**
     * The children something is owed to on a day, as coverage has them, with the family that has them, the adult who looks
     * after them — nobody whose access was restrained — and how often a paired family met them since the first of January.
     *
     * <p>Left to itself, MyBatis compares every column with every component, for every child.
     */
    @Select("""
            <script>
            SELECT c.id, c.name, c.sex, c.birth_on, c.village_code, c.household_id, c.id_number_sealed, c.no_id_reason,
                   c.school, c.grade, s.covered_by, s.reason, s.girl, s.female_cadre, s.turning_eight,
                   f.cadre_name, f.cadre_sex, u.name AS unit_name, p.starts_on AS since,
                   a.name AS carer_name, a.relation AS carer_relation, a.phone_sealed AS carer_phone_sealed,
                   (SELECT COUNT(*) FROM visit_child vc WHERE vc.child_id = c.id AND vc.met_by = 'CADRE_FAMILY'
                    AND vc.visited_on &gt;= #{newYear} AND vc.visited_on &lt;= #{day}) AS visits
            FROM child c JOIN child_standing s ON s.child_id = c.id AND s.starts_on &lt;= #{day} AND s.ends_on &gt; #{day}
            LEFT JOIN pairing p ON p.id = s.pairing_id
            LEFT JOIN cadre_family f ON f.id = p.family_id LEFT JOIN unit u ON u.id = f.unit_id
            LEFT JOIN adult a ON a.id =
              (SELECT MIN(o.id) FROM adult o WHERE o.child_id = c.id AND o.carer AND o.access = 'OPEN')
            WHERE
            """ + IN_PLACE + "</script>")
    @Arg(column = "id", name = "id", javaType = long.class)
    @Arg(column = "name", name = "name", javaType = String.class)
    @Arg(column = "sex", name = "sex", javaType = Sex.class)
    @Arg(column = "birth_on", name = "birthOn", javaType = LocalDate.class)
    @Arg(column = "village_code", name = "villageCode", javaType = String.class)
    @Arg(column = "household_id", name = "householdId", javaType = long.class)
    @Arg(column = "id_number_sealed", name = "idNumberSealed", javaType = String.class)
    @Arg(column = "no_id_reason", name = "noIdReason", javaType = String.class)
    @Arg(column = "school", name = "school", javaType = String.class)
    @Arg(column = "grade", name = "grade", javaType = String.class)
    @Arg(column = "covered_by", name = "coveredBy", javaType = State.By.class)
    @Arg(column = "reason", name = "reason", javaType = State.Reason.class)
    @Arg(column = "girl", name = "girl", javaType = boolean.class)
    @Arg(column = "female_cadre", name = "femaleCadre", javaType = boolean.class)
    @Arg(column = "turning_eight", name = "turningEight", javaType = boolean.class)
    @Arg(column = "cadre_name", name = "cadreName", javaType = String.class)
    @Arg(column = "cadre_sex", name = "cadreSex", javaType = Sex.class)
    @Arg(column = "unit_name", name = "unitName", javaType = String.class)
    @Arg(column = "since", name = "since", javaType = LocalDate.class)
    @Arg(column = "carer_name", name = "carerName", javaType = String.class)
    @Arg(column = "carer_relation", name = "carerRelation", javaType = String.class)
    @Arg(column = "carer_phone_sealed", name = "carerPhoneSealed", javaType = String.class)
    @Arg(column = "visits", name = "visits", javaType = int.class)
    List<ChildRow> children(
            @Param("scope") Scope scope,
            @Param("place") DivisionCode place,
            @Param("newYear") LocalDate newYear,
            @Param("day") LocalDate day);

    /** The categories they are in on that day. */
    @Select("""
            <script>
            SELECT k.child_id, k.category, k.clause FROM child c JOIN child_category k ON k.child_id = c.id
            WHERE
            """ + IN_PLACE + """
              AND k.starts_on &lt;= #{day} AND k.ends_on &gt; #{day}
            ORDER BY k.child_id, k.category
            </script>
            """)
    @Arg(column = "child_id", name = "childId", javaType = long.class)
    @Arg(column = "category", name = "category", javaType = String.class)
    @Arg(column = "clause", name = "clause", javaType = String.class)
    List<HeldRow> held(@Param("scope") Scope scope, @Param("place") DivisionCode place, @Param("day") LocalDate day);

    @Select("""
            <script>
            SELECT c.id, c.id_number_sealed, c.no_id_reason FROM child c
            WHERE c.id IN <foreach collection='children' item='child' open='(' separator=',' close=')'>#{child}</foreach>
              AND
            """ + ChildScope.IN_SCOPE + "</script>")
    List<PersonRow> these(@Param("scope") Scope scope, @Param("children") Collection<Long> children);

    /** Who answers for the villages of a place on a day [JB-23]. */
    @Select("""
            SELECT d.village_code, d.cadre_name, d.cadre_sex, u.name AS unit_name, d.starts_on AS since
            FROM area_duty d JOIN unit u ON u.id = d.unit_id
            WHERE d.village_code LIKE CONCAT(#{place.value}, '%') AND d.village_code LIKE CONCAT(#{scope.division.value}, '%')
              AND d.starts_on <= #{day} AND (d.ends_on IS NULL OR d.ends_on > #{day})
            """)
    List<DutyRow> duties(@Param("scope") Scope scope, @Param("place") DivisionCode place, @Param("day") LocalDate day);

    record VillageRow(String villageCode, int children) {}

    record ChildRow(
            long id,
            String name,
            Sex sex,
            LocalDate birthOn,
            String villageCode,
            long householdId,
            @Nullable String idNumberSealed,
            @Nullable String noIdReason,
            @Nullable String school,
            @Nullable String grade,
            State.By coveredBy,
            State.@Nullable Reason reason,
            boolean girl,
            boolean femaleCadre,
            boolean turningEight,
            @Nullable String cadreName,
            @Nullable Sex cadreSex,
            @Nullable String unitName,
            @Nullable LocalDate since,
            @Nullable String carerName,
            @Nullable String carerRelation,
            @Nullable String carerPhoneSealed,
            int visits) {}

    record HeldRow(long childId, String category, String clause) {}

    record PersonRow(
            long id,
            @Nullable String idNumberSealed,
            @Nullable String noIdReason) {}

    record DutyRow(String villageCode, String cadreName, Sex cadreSex, String unitName, LocalDate since) {}
}

package org.tongxing.register;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Scope;
import org.tongxing.persistence.ChildScope;

/** Reads what the register says of children beyond their standing, a place at a time. */
@Mapper
interface RegisterMapper {

    String IN_PLACE = "c.village_code LIKE CONCAT(#{place.value}, '%') AND " + ChildScope.IN_SCOPE;

    @Select("<script>SELECT c.village_code, COUNT(*) AS children FROM child c WHERE " + ChildScope.IN_SCOPE
            + " GROUP BY c.village_code ORDER BY c.village_code</script>")
    List<VillageRow> villages(@Param("scope") Scope scope);

    @Select("<script>SELECT c.id, c.id_number_sealed, c.no_id_reason, c.school, c.grade FROM child c WHERE " + IN_PLACE
            + "</script>")
    List<PersonRow> people(@Param("scope") Scope scope, @Param("place") DivisionCode place);

    @Select("""
            <script>
            SELECT c.id, c.id_number_sealed, c.no_id_reason, c.school, c.grade FROM child c
            WHERE c.id IN <foreach collection='children' item='child' open='(' separator=',' close=')'>#{child}</foreach>
              AND
            """ + ChildScope.IN_SCOPE + "</script>")
    List<PersonRow> these(@Param("scope") Scope scope, @Param("children") Collection<Long> children);

    /** The adults who look after the children; one whose access was restrained is not named. */
    @Select("""
            <script>
            SELECT a.child_id, a.name, a.relation, a.phone_sealed FROM adult a JOIN child c ON c.id = a.child_id
            WHERE
            """ + IN_PLACE + """
              AND a.carer AND a.access = 'OPEN'
            ORDER BY a.child_id, a.id
            </script>
            """)
    List<CarerRow> carers(@Param("scope") Scope scope, @Param("place") DivisionCode place);

    /** The units of these families, of which each has or had a child of the place. */
    @Select("""
            <script>
            SELECT f.id, u.name FROM cadre_family f JOIN unit u ON u.id = f.unit_id
            WHERE f.id IN <foreach collection='families' item='one' open='(' separator=',' close=')'>#{one}</foreach>
              AND EXISTS (SELECT 1 FROM pairing p JOIN child c ON c.id = p.child_id WHERE p.family_id = f.id AND
            """ + IN_PLACE + ")</script>")
    List<NameRow> unitsOfFamilies(
            @Param("scope") Scope scope,
            @Param("place") DivisionCode place,
            @Param("families") Collection<Long> families);

    @Select("""
            SELECT d.id, u.name FROM area_duty d JOIN unit u ON u.id = d.unit_id
            WHERE d.village_code LIKE CONCAT(#{place.value}, '%') AND d.village_code LIKE CONCAT(#{scope.division.value}, '%')
            """)
    List<NameRow> unitsOfDuties(@Param("scope") Scope scope, @Param("place") DivisionCode place);

    /** How often each child was met by a paired family on the days {@code [from, until)}. */
    @Select("""
            <script>
            SELECT vc.child_id, COUNT(*) AS visits
            FROM child c JOIN visit_child vc ON vc.child_id = c.id JOIN visit v ON v.id = vc.visit_id
            WHERE
            """ + IN_PLACE + """
              AND v.visited_on &gt;= #{from} AND v.visited_on &lt; #{until}
              AND v.actor = 'CADRE_FAMILY' AND v.outcome = 'MET'
            GROUP BY vc.child_id
            </script>
            """)
    List<VisitRow> visits(
            @Param("scope") Scope scope,
            @Param("place") DivisionCode place,
            @Param("from") LocalDate from,
            @Param("until") LocalDate until);

    record VillageRow(String villageCode, int children) {}

    record PersonRow(
            long id,
            @Nullable String idNumberSealed,
            @Nullable String noIdReason,
            @Nullable String school,
            @Nullable String grade) {}

    record CarerRow(
            long childId,
            String name,
            String relation,
            @Nullable String phoneSealed) {}

    record NameRow(long id, String name) {}

    record VisitRow(long childId, int visits) {}
}

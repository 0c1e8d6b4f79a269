package org.tongxing.helper;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.Scope;
import org.tongxing.persistence.ChildScope;
import org.tongxing.persistence.FamilyScope;
import org.tongxing.persistence.WithoutScope;

@Mapper
interface HelperMapper {

    String FAMILY = """
            SELECT f.id, f.unit_id, u.name AS unit_name, f.cadre_name, f.cadre_sex, f.division_code, f.linked_village,
                   f.capacity, f.state, f.joined_on, f.left_on, f.screening_due_on
            FROM cadre_family f JOIN unit u ON u.id = f.unit_id
            """;

    @Select("<script>" + FAMILY + " WHERE f.state = 'CONFIRMED' AND " + FamilyScope.IN_SCOPE
            + " ORDER BY f.id</script>")
    List<FamilyRow> confirmed(@Param("scope") Scope scope);

    @Select("<script>" + FAMILY + " WHERE " + FamilyScope.IN_SCOPE + " ORDER BY f.id</script>")
    List<FamilyRow> all(@Param("scope") Scope scope);

    @Select("<script>" + FAMILY + " WHERE f.id = #{id} AND " + FamilyScope.IN_SCOPE + "</script>")
    @Nullable
    FamilyRow find(@Param("scope") Scope scope, @Param("id") long id);

    @Select("<script>" + FAMILY
            + " WHERE f.id IN <foreach collection='ids' item='id' open='(' separator=',' close=')'>#{id}</foreach> AND "
            + FamilyScope.IN_SCOPE + "</script>")
    List<FamilyRow> byId(@Param("scope") Scope scope, @Param("ids") Collection<Long> ids);

    /** Families of the scope, and those that have or had a child of it: they may come from elsewhere. */
    @Select("""
            <script>
            SELECT f.id, f.cadre_name, f.unit_id, u.name AS unit_name FROM cadre_family f JOIN unit u ON u.id = f.unit_id
            WHERE f.id IN <foreach collection='ids' item='id' open='(' separator=',' close=')'>#{id}</foreach>
              AND (
            """ + FamilyScope.IN_SCOPE + """
              OR EXISTS (SELECT 1 FROM pairing p JOIN child c ON c.id = p.child_id WHERE p.family_id = f.id AND
            """ + ChildScope.IN_SCOPE + "))</script>")
    List<NamedRow> named(@Param("scope") Scope scope, @Param("ids") Collection<Long> ids);

    @WithoutScope("Whoever has proven a number is nobody yet; it is found before a tie is asked for")
    @Select(FAMILY + " WHERE f.phone_digest = #{digest} AND f.state = 'CONFIRMED'")
    List<FamilyRow> withPhone(String digest);

    /** The villages the units of a place, or some of them, are linked to on a day. */
    @Select("""
            <script>
            SELECT v.unit_id, v.village_code, v.supported FROM unit_village v JOIN unit u ON u.id = v.unit_id
            WHERE u.division_code LIKE CONCAT(#{scope.division.value}, '%')
            <if test='scope.unitId != null'>AND u.id = #{scope.unitId}</if>
            <if test='units != null'>
              AND u.id IN <foreach collection='units' item='id' open='(' separator=',' close=')'>#{id}</foreach>
            </if>
              AND v.starts_on &lt;= #{on} AND (v.ends_on IS NULL OR v.ends_on > #{on})
            </script>
            """)
    List<LinkRow> links(
            @Param("scope") Scope scope, @Param("units") @Nullable Collection<Long> units, @Param("on") LocalDate on);

    /** How the adults who visit were checked, one row per family of a place, or of some of them. */
    @Select("""
            <script>
            SELECT a.family_id, COUNT(*) AS visitors, COUNT(*) - COUNT(a.screened_on) AS unscreened,
                   COUNT(IF(a.screening = 'BARRED', 1, NULL)) AS barred, MIN(a.screened_on) AS oldest
            FROM family_adult a JOIN cadre_family f ON f.id = a.family_id
            WHERE a.visits
            <if test='families != null'>
              AND a.family_id IN <foreach collection='families' item='id' open='(' separator=',' close=')'>#{id}</foreach>
            </if>
              AND
            """ + FamilyScope.IN_SCOPE + " GROUP BY a.family_id</script>")
    List<VisitorsRow> visitors(@Param("scope") Scope scope, @Param("families") @Nullable Collection<Long> families);

    record NamedRow(long id, String cadreName, long unitId, String unitName) {}

    record VisitorsRow(
            long familyId,
            int visitors,
            int unscreened,
            int barred,
            @Nullable LocalDate oldest) {}

    record LinkRow(long unitId, String villageCode, boolean supported) {}

    record FamilyRow(
            long id,
            long unitId,
            String unitName,
            String cadreName,
            String cadreSex,
            String divisionCode,
            @Nullable String linkedVillage,
            int capacity,
            String state,
            LocalDate joinedOn,
            @Nullable LocalDate leftOn,
            @Nullable LocalDate screeningDueOn) {}
}

package org.tongxing.helper;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;
import org.tongxing.persistence.WithoutScope;

@Mapper
interface FamilyIntakeMapper {

    @WithoutScope("An import asks whether the families of its township are on file; it is told that they are")
    @Select("""
            <script>
            SELECT f.cadre_name, u.name AS unit_name, f.phone_digest
            FROM cadre_family f JOIN unit u ON u.id = f.unit_id
            WHERE f.division_code = #{division} AND f.cadre_name IN
            <foreach collection='names' item='one' open='(' separator=',' close=')'>#{one}</foreach>
            </script>
            """)
    List<KnownRow> known(@Param("division") String division, @Param("names") Collection<String> names);

    @Insert("""
            <script>
            INSERT INTO unit (name, division_code) VALUES
            <foreach collection='names' item='one' separator=','>(#{one}, #{division})</foreach>
            ON DUPLICATE KEY UPDATE id = id
            </script>
            """)
    void putUnits(@Param("division") String division, @Param("names") Collection<String> names);

    @WithoutScope("An import finds the units of its township by the names in the workbook")
    @Select("""
            <script>
            SELECT id, name FROM unit WHERE division_code = #{division} AND name IN
            <foreach collection='names' item='one' open='(' separator=',' close=')'>#{one}</foreach>
            </script>
            """)
    List<UnitRow> units(@Param("division") String division, @Param("names") Collection<String> names);

    @Select("SELECT id FROM unit WHERE division_code = #{division} AND name = #{name}")
    long unitId(@Param("division") String division, @Param("name") String name);

    @Insert("""
            <script>
            INSERT INTO unit_village (unit_id, village_code, starts_on) VALUES
            <foreach collection='links' item='one' separator=','>(#{one.unit}, #{one.village}, #{one.startsOn})</foreach>
            ON DUPLICATE KEY UPDATE ends_on = NULL
            </script>
            """)
    void link(@Param("links") Collection<LinkInsert> links);

    @Insert("""
            <script>
            INSERT INTO cadre_family (unit_id, division_code, cadre_name, cadre_sex, post, phone_sealed, phone_digest,
                                      linked_village, members, capacity, state, joined_on, screening_due_on, import_id)
            VALUES
            <foreach collection='rows' item='r' separator=','>
              (#{r.unit}, #{r.family.division.value}, #{r.family.cadreName}, #{r.family.cadreSex}, #{r.family.post},
               #{r.phoneSealed}, #{r.phoneDigest}, #{r.linkedVillage}, #{r.family.members}, #{r.family.capacity},
               'CONFIRMED', #{r.family.joinedOn}, #{r.screeningDueOn}, #{r.importId})
            </foreach>
            ON DUPLICATE KEY UPDATE id = id
            </script>
            """)
    void insert(@Param("rows") List<FamilyInsert> rows);

    record KnownRow(
            String cadreName, String unitName, @Nullable String phoneDigest) {}

    record UnitRow(long id, String name) {}

    record LinkInsert(long unit, String village, LocalDate startsOn) {}

    record FamilyInsert(
            long unit,
            NewFamily family,
            @Nullable String linkedVillage,
            @Nullable String phoneSealed,
            @Nullable String phoneDigest,
            @Nullable LocalDate screeningDueOn,
            @Nullable Long importId) {}
}

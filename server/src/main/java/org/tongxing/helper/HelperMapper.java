package org.tongxing.helper;

import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface HelperMapper {

    String FAMILY = """
            SELECT f.id, f.unit_id, u.name AS unit_name, f.cadre_name, f.cadre_sex, f.division_code, f.linked_village,
                   f.capacity, f.joined_on, f.left_on
            FROM cadre_family f JOIN unit u ON u.id = f.unit_id
            """;

    @Insert("""
            INSERT INTO unit (name, division_code) VALUES (#{name}, #{division})
            ON DUPLICATE KEY UPDATE name = VALUES(name)
            """)
    void putUnit(@Param("name") String name, @Param("division") String division);

    @Select("SELECT id FROM unit WHERE division_code = #{division} AND name = #{name}")
    long unitId(@Param("name") String name, @Param("division") String division);

    @Insert("""
            INSERT INTO unit_village (unit_id, village_code, starts_on) VALUES (#{unit}, #{village}, #{startsOn})
            ON DUPLICATE KEY UPDATE ends_on = NULL
            """)
    void link(@Param("unit") long unit, @Param("village") String village, @Param("startsOn") LocalDate startsOn);

    @Insert("""
            INSERT INTO cadre_family (unit_id, division_code, cadre_name, cadre_sex, post, phone_sealed, phone_digest,
                                      linked_village, members, capacity, state, joined_on, import_id)
            VALUES (#{unit}, #{family.division.value}, #{family.cadreName}, #{family.cadreSex}, #{family.post},
                    #{phoneSealed}, #{phoneDigest}, #{linkedVillage}, #{family.members}, #{family.capacity},
                    'CONFIRMED', #{family.joinedOn}, #{importId})
            """)
    void insertFamily(
            @Param("unit") long unit,
            @Param("family") NewFamily family,
            @Param("linkedVillage") @Nullable String linkedVillage,
            @Param("phoneSealed") @Nullable String phoneSealed,
            @Param("phoneDigest") @Nullable String phoneDigest,
            @Param("importId") @Nullable Long importId);

    @Select("""
            SELECT COUNT(*) FROM cadre_family
            WHERE division_code = #{division} AND cadre_name = #{name} AND phone_digest <=> #{phoneDigest}
            """)
    int countSame(
            @Param("division") String division,
            @Param("name") String name,
            @Param("phoneDigest") @Nullable String phoneDigest);

    @Select(FAMILY + " WHERE f.division_code LIKE CONCAT(#{division}, '%') AND f.state = 'CONFIRMED' ORDER BY f.id")
    List<FamilyRow> confirmed(String division);

    @Select(FAMILY + " WHERE f.id = #{id}")
    @Nullable
    FamilyRow find(long id);

    @Select(FAMILY + " WHERE f.phone_digest = #{digest} AND f.state = 'CONFIRMED'")
    List<FamilyRow> withPhone(String digest);

    record FamilyRow(
            long id,
            long unitId,
            String unitName,
            String cadreName,
            String cadreSex,
            String divisionCode,
            @Nullable String linkedVillage,
            int capacity,
            LocalDate joinedOn,
            @Nullable LocalDate leftOn) {}
}

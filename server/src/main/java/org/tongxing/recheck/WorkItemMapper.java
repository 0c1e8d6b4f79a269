package org.tongxing.recheck;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.Scope;

@Mapper
interface WorkItemMapper {

    String FILTER = """
            w.area_code LIKE CONCAT(#{scope.division.value}, '%')
            <if test='scope.unitId != null'>AND w.unit_id = #{scope.unitId}</if>
            AND <if test='!postponed'>(w.postponed_until IS NULL OR w.postponed_until &lt;= #{today})</if>
            <if test='postponed'>w.postponed_until &gt; #{today}</if>
            """;

    /** An item that is there already keeps its age unless the state says it is older. */
    @Insert("""
            <script>
            INSERT INTO work_item (kind, subject, area_code, clause, text, child_id, family_id, unit_id, pairing_id,
                                   since_on)
            VALUES
            <foreach collection='items' item='i' separator=','>
              (#{i.kind}, #{i.subject}, #{i.areaCode}, #{i.clause}, #{i.text}, #{i.childId}, #{i.familyId},
               #{i.unitId}, #{i.pairingId}, #{i.sinceOn})
            </foreach>
            ON DUPLICATE KEY UPDATE area_code = VALUES(area_code), clause = VALUES(clause), text = VALUES(text),
              family_id = VALUES(family_id), unit_id = VALUES(unit_id), pairing_id = VALUES(pairing_id),
              since_on = LEAST(since_on, VALUES(since_on))
            </script>
            """)
    void put(@Param("items") List<Item> items);

    /** Serialises re-checks of one place. */
    @Select("SELECT code FROM division WHERE code = #{area} FOR UPDATE")
    @Nullable
    String lock(String area);

    @Select("SELECT id, kind, subject FROM work_item WHERE area_code LIKE CONCAT(#{scope.division.value}, '%')"
            + " AND child_id IS NOT NULL")
    List<Known> aboutChildren(@Param("scope") Scope scope);

    @Select("SELECT id, kind, subject FROM work_item WHERE area_code LIKE CONCAT(#{scope.division.value}, '%')"
            + " AND child_id IS NULL AND family_id IS NOT NULL")
    List<Known> aboutFamilies(@Param("scope") Scope scope);

    @Select("SELECT id, kind, subject FROM work_item WHERE area_code LIKE CONCAT(#{scope.division.value}, '%')"
            + " AND child_id IS NULL AND family_id IS NULL")
    List<Known> aboutPlaces(@Param("scope") Scope scope);

    @Delete("""
            <script>
            DELETE FROM work_item WHERE id IN
            <foreach collection='ids' item='id' open='(' separator=',' close=')'>#{id}</foreach>
            </script>
            """)
    void remove(@Param("ids") Collection<Long> ids);

    String COLUMNS = """
            SELECT w.id, w.kind, w.area_code, w.clause, w.text, w.child_id, w.family_id, w.pairing_id, w.since_on,
                   w.postponed_until, w.postponed_reason, c.name AS child_name, c.sex AS child_sex, c.birth_on
            """;

    @Select("<script>" + COLUMNS + " FROM work_item w LEFT JOIN child c ON c.id = w.child_id WHERE " + FILTER + """
            <if test='kind != null'>AND w.kind = #{kind}</if>
            ORDER BY w.since_on, w.id LIMIT #{size} OFFSET #{offset}
            </script>
            """)
    List<Row> page(
            @Param("scope") Scope scope,
            @Param("kind") @Nullable Kind kind,
            @Param("postponed") boolean postponed,
            @Param("today") LocalDate today,
            @Param("size") int size,
            @Param("offset") long offset);

    /** The oldest few of every kind. */
    @Select("<script>" + COLUMNS + """
            FROM (SELECT w.*, ROW_NUMBER() OVER (PARTITION BY w.kind ORDER BY w.since_on, w.id) AS turn
                  FROM work_item w WHERE
            """ + FILTER + """
            ) w LEFT JOIN child c ON c.id = w.child_id
            WHERE w.turn &lt;= #{few} ORDER BY w.kind, w.since_on, w.id
            </script>
            """)
    List<Row> fewOfEach(
            @Param("scope") Scope scope,
            @Param("postponed") boolean postponed,
            @Param("today") LocalDate today,
            @Param("few") int few);

    @Select("<script>SELECT w.kind, w.clause, COUNT(*) AS items, MIN(w.since_on) AS oldest" + " FROM work_item w WHERE "
            + FILTER + " GROUP BY w.kind, w.clause ORDER BY w.kind, w.clause</script>")
    List<Count> counts(
            @Param("scope") Scope scope, @Param("postponed") boolean postponed, @Param("today") LocalDate today);

    @Update("""
            <script>
            UPDATE work_item SET postponed_until = #{until}, postponed_reason = #{reason}, postponed_by = #{by}
            WHERE id = #{id} AND area_code LIKE CONCAT(#{scope.division.value}, '%')
            <if test='scope.unitId != null'>AND unit_id = #{scope.unitId}</if>
            </script>
            """)
    int postpone(
            @Param("scope") Scope scope,
            @Param("id") long id,
            @Param("until") LocalDate until,
            @Param("reason") String reason,
            @Param("by") long by);

    @Insert("""
            INSERT INTO recheck (area_code, checked_at) VALUES (#{area}, #{at})
            ON DUPLICATE KEY UPDATE checked_at = VALUES(checked_at)
            """)
    void checked(@Param("area") String area, @Param("at") LocalDateTime at);

    /** When a place was last checked as a whole, by itself or with everything above it. */
    @Select("SELECT MAX(checked_at) FROM recheck WHERE #{area} LIKE CONCAT(area_code, '%')")
    @Nullable
    LocalDateTime lastChecked(String area);

    record Known(long id, Kind kind, String subject) {}

    record Count(Kind kind, String clause, int items, LocalDate oldest) {}

    record Row(
            long id,
            Kind kind,
            String areaCode,
            String clause,
            String text,
            @Nullable Long childId,
            @Nullable Long familyId,
            @Nullable Long pairingId,
            LocalDate sinceOn,
            @Nullable LocalDate postponedUntil,
            @Nullable String postponedReason,
            @Nullable String childName,
            @Nullable String childSex,
            @Nullable LocalDate birthOn) {}
}

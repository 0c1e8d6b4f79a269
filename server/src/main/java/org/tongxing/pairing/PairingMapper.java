package org.tongxing.pairing;

import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;
import org.tongxing.persistence.StrictMapper;

@Mapper
interface PairingMapper extends StrictMapper<Pairing> {

    String EPISODE = """
            SELECT p.id, p.child_id, p.family_id, f.cadre_name, f.cadre_sex, f.unit_id, p.starts_on, p.ends_on,
                   p.end_reason, p.status, p.paired_at
            FROM pairing p JOIN cadre_family f ON f.id = p.family_id
            """;

    /** Serialises all changes of one child's pairings. */
    @Select("SELECT id FROM child WHERE id = #{child} FOR UPDATE")
    @Nullable
    Long lockChild(long child);

    @Select("""
            SELECT COUNT(*) FROM pairing
            WHERE child_id = #{child} AND kind = 'FAMILY' AND status <> 'UNDONE'
              AND (ends_on IS NULL OR ends_on > #{startsOn})
            """)
    int countOverlaps(@Param("child") long child, @Param("startsOn") LocalDate startsOn);

    @Select(EPISODE + " WHERE p.child_id = #{child} AND p.status <> 'UNDONE' ORDER BY p.starts_on, p.id")
    List<EpisodeRow> ofChild(long child);

    @Select(EPISODE + " WHERE p.family_id = #{family} AND p.status = 'ACTIVE' ORDER BY p.starts_on, p.id")
    List<EpisodeRow> activeOf(long family);

    @Select("""
            SELECT p.id, p.child_id, p.family_id, f.cadre_name, f.cadre_sex, f.unit_id, p.starts_on, p.ends_on,
                   p.end_reason, p.status, p.paired_at
            FROM child c JOIN pairing p ON p.child_id = c.id JOIN cadre_family f ON f.id = p.family_id
            WHERE c.village_code = #{village} AND p.kind = 'FAMILY' AND p.status <> 'UNDONE'
            ORDER BY p.child_id, p.starts_on
            """)
    List<EpisodeRow> inVillage(String village);

    @Select("""
            SELECT unit_id, cadre_name, cadre_sex, starts_on, ends_on FROM area_duty
            WHERE village_code = #{village} ORDER BY starts_on
            """)
    List<DutyRow> dutiesIn(String village);

    @Select("""
            SELECT family_id, COUNT(*) AS children FROM pairing
            WHERE status = 'ACTIVE' AND kind = 'FAMILY' GROUP BY family_id
            """)
    List<LoadRow> loads();

    record EpisodeRow(
            long id,
            long childId,
            long familyId,
            String cadreName,
            String cadreSex,
            long unitId,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable String endReason,
            String status,
            java.time.LocalDateTime pairedAt) {}

    record DutyRow(
            long unitId,
            String cadreName,
            String cadreSex,
            LocalDate startsOn,
            @Nullable LocalDate endsOn) {}

    record LoadRow(long familyId, int children) {}
}

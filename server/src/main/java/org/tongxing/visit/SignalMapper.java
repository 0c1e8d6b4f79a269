package org.tongxing.visit;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.tongxing.persistence.WithoutScope;

@Mapper
interface SignalMapper {

    String ON_NOBODYS_BEHALF = "looks for questions after a visit was recorded; only the question reaches anybody";
    String TRACE = """
            SELECT v.id, v.recorded_by, v.visited_on, v.outcome, v.note_print, v.place_sealed,
                   COALESCE(v.placed_at, v.begun_at) AS placed_at, COALESCE(v.saved_at, v.recorded_at) AS saved_at
            FROM visit v
            """;

    @WithoutScope(ON_NOBODYS_BEHALF)
    @Select(TRACE + " WHERE v.id = #{id}")
    @Nullable
    Trace find(long id);

    /** How many other visits the same person saved in a stretch of time, fifty at most. */
    @Select("""
            SELECT COUNT(*) FROM (
              SELECT v.id FROM visit v
              WHERE v.recorded_by = #{trace.recordedBy} AND v.id <> #{trace.id} AND v.outcome = 'MET'
                AND COALESCE(v.saved_at, v.recorded_at) BETWEEN #{from} AND #{until}
              LIMIT 50) some
            """)
    int savedAround(
            @Param("trace") Trace trace, @Param("from") LocalDateTime from, @Param("until") LocalDateTime until);

    /** Notes of the same person that differ in a few bits. */
    @WithoutScope(ON_NOBODYS_BEHALF)
    @Select(TRACE + """
            WHERE v.recorded_by = #{trace.recordedBy} AND v.id < #{trace.id} AND v.outcome = 'MET'
              AND v.note_print IS NOT NULL AND BIT_COUNT(v.note_print ^ #{trace.notePrint}) <= #{most}
            ORDER BY v.id DESC LIMIT 3
            """)
    List<Trace> alike(@Param("trace") Trace trace, @Param("most") int most);

    /** Other visits of the same person with a place on the days around this one. */
    @WithoutScope(ON_NOBODYS_BEHALF)
    @Select(TRACE + """
            WHERE v.recorded_by = #{trace.recordedBy} AND v.id <> #{trace.id} AND v.place_sealed IS NOT NULL
              AND v.outcome = 'MET' AND v.visited_on BETWEEN #{from} AND #{until}
            ORDER BY v.id LIMIT 50
            """)
    List<Trace> placedAround(
            @Param("trace") Trace trace, @Param("from") LocalDate from, @Param("until") LocalDate until);

    /** Where others were who visited the same village. */
    @WithoutScope(ON_NOBODYS_BEHALF)
    @Select("""
            SELECT DISTINCT v.id, v.place_sealed FROM visit_child own
            JOIN child c ON c.id = own.child_id
            JOIN child k ON k.village_code = c.village_code
            JOIN visit_child vc ON vc.child_id = k.id
            JOIN visit v ON v.id = vc.visit_id
            WHERE own.visit_id = #{trace.id} AND v.id <> #{trace.id} AND v.place_sealed IS NOT NULL
              AND v.outcome = 'MET'
            ORDER BY v.id DESC LIMIT 100
            """)
    List<Placed> inTheVillage(@Param("trace") Trace trace);

    @Insert("""
            INSERT IGNORE INTO visit_signal (visit_id, kind, other_visit_id, figure, found_at)
            VALUES (#{visit}, #{signal.kind}, #{signal.other}, #{signal.figure}, #{at})
            """)
    void add(@Param("visit") long visit, @Param("signal") Signals.Found signal, @Param("at") LocalDateTime at);

    @Insert("INSERT INTO unexamined_visit (visit_id) VALUES (#{visit})")
    void note(long visit);

    /** Visits that wait to be looked at, the oldest first. */
    @Select("""
            SELECT visit_id FROM unexamined_visit WHERE due_at IS NULL OR due_at <= #{now}
            ORDER BY visit_id LIMIT #{most}
            """)
    List<Long> unexamined(@Param("now") LocalDateTime now, @Param("most") int most);

    @Delete("""
            <script>
            DELETE FROM unexamined_visit WHERE visit_id IN
            <foreach collection='visits' item='visit' open='(' separator=',' close=')'>#{visit}</foreach>
            </script>
            """)
    void examined(@Param("visits") List<Long> visits);

    @Update("UPDATE unexamined_visit SET due_at = #{until} WHERE visit_id = #{visit}")
    void putOff(@Param("visit") long visit, @Param("until") LocalDateTime until);

    record Placed(long id, String placeSealed) {}

    record Trace(
            long id,
            long recordedBy,
            LocalDate visitedOn,
            String outcome,
            @Nullable Long notePrint,
            @Nullable String placeSealed,
            @Nullable LocalDateTime placedAt,
            LocalDateTime savedAt) {}
}

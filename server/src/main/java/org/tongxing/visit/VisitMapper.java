package org.tongxing.visit;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** Reads visits as others count and list them. */
@Mapper
interface VisitMapper {

    @Select("""
            SELECT v.visited_on FROM visit v JOIN visit_child c ON c.visit_id = v.id
            WHERE c.child_id = #{child} AND v.family_id = #{family} AND v.visited_on >= #{from} AND v.outcome = 'MET'
            ORDER BY v.visited_on
            """)
    List<LocalDate> days(@Param("child") long child, @Param("family") long family, @Param("from") LocalDate from);

    @Select("""
            SELECT v.id, v.visited_on, v.actor_name AS name, v.outcome
            FROM visit v JOIN visit_child c ON c.visit_id = v.id
            WHERE c.child_id = #{child} ORDER BY v.visited_on DESC, v.id DESC LIMIT 50
            """)
    List<PastRow> ofChild(long child);

    @Select("""
            SELECT COUNT(DISTINCT v.id) FROM visit v JOIN visit_child vc ON vc.visit_id = v.id
            JOIN child c ON c.id = vc.child_id
            WHERE c.village_code LIKE CONCAT(#{division}, '%') AND v.visited_on >= #{from} AND v.visited_on < #{until}
              AND v.outcome = 'MET'
            """)
    int countIn(@Param("division") String division, @Param("from") LocalDate from, @Param("until") LocalDate until);

    @Select("""
            <script>
            SELECT c.child_id, MAX(v.visited_on) AS visited_on FROM visit_child c JOIN visit v ON v.id = c.visit_id
            WHERE v.outcome = 'MET' AND c.child_id IN
            <foreach collection='children' item='child' open='(' separator=',' close=')'>#{child}</foreach>
            GROUP BY c.child_id
            </script>
            """)
    List<LastRow> last(@Param("children") Collection<Long> children);

    @Select("SELECT child_id FROM visit_child WHERE visit_id = #{visit} ORDER BY child_id")
    List<Long> children(long visit);

    record PastRow(long id, LocalDate visitedOn, String name, String outcome) {}

    record LastRow(long childId, LocalDate visitedOn) {}
}

package org.tongxing.visit;

import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.tongxing.kernel.Scope;

/** Reads visits as others count and list them. */
@Mapper
interface VisitMapper {

    @Select("<script>SELECT v.id, v.visited_on, v.actor_name AS name, v.outcome FROM visit v WHERE "
            + VisitScope.IN_SCOPE + " ORDER BY v.visited_on DESC, v.id DESC LIMIT 50</script>")
    List<PastRow> past(@Param("scope") Scope scope);

    @Select("<script>SELECT c.id AS child_id, MAX(vc.visited_on) AS visited_on FROM child c"
            + " JOIN visit_child vc ON vc.child_id = c.id JOIN visit v ON v.id = vc.visit_id"
            + " WHERE vc.met_by IS NOT NULL AND " + VisitScope.CHILD + " GROUP BY c.id</script>")
    List<LastRow> last(@Param("scope") Scope scope);

    @Select("SELECT child_id FROM visit_child WHERE visit_id = #{visit} ORDER BY child_id")
    List<Long> children(long visit);

    record PastRow(long id, LocalDate visitedOn, String name, String outcome) {}

    record LastRow(long childId, LocalDate visitedOn) {}
}

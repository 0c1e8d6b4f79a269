package org.tongxing.visit;

import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.Scope;
import org.tongxing.persistence.ChildScope;

@Mapper
interface VisitDeedMapper {

    @Select(
            "<script>SELECT v.actor, v.family_id, vc.child_id, vc.visited_on, v.outcome FROM child c JOIN visit_child vc ON vc.child_id = c.id"
                    + " JOIN visit v ON v.id = vc.visit_id WHERE vc.visited_on &gt;= #{from} AND " + ChildScope.IN_SCOPE
                    + "</script>")
    List<DeedRow> since(@Param("scope") Scope scope, @Param("from") LocalDate from);

    record DeedRow(String actor, @Nullable Long familyId, long childId, LocalDate visitedOn, String outcome) {}
}

package org.tongxing.contact;

import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.tongxing.kernel.Scope;
import org.tongxing.persistence.ChildScope;

@Mapper
interface ContactDeedMapper {

    /** One row a day and child: how often they called is nobody's business here. What was denied at home does not count. */
    @Select("<script>SELECT DISTINCT k.child_id, DATE(k.contacted_at) AS contacted_on FROM child c"
            + " JOIN contact k ON k.child_id = c.id WHERE k.undone_at IS NULL AND k.contacted_at &gt;= #{from}"
            + " AND NOT EXISTS (SELECT 1 FROM contact_confirmation f WHERE f.contact_id = k.id AND NOT f.as_told) AND "
            + ChildScope.IN_SCOPE + "</script>")
    List<DeedRow> since(@Param("scope") Scope scope, @Param("from") LocalDate from);

    record DeedRow(long childId, LocalDate contactedOn) {}
}

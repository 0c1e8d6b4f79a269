package org.tongxing.child;

import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.Scope;
import org.tongxing.persistence.ChildScope;

@Mapper
interface AdultAccessMapper {

    String ADULT = """
            SELECT a.id, a.child_id, c.village_code, a.relation, a.name, a.phone_sealed, a.carer, a.access,
                   l.reason_sealed, l.changed_by, l.changed_at
            FROM adult a JOIN child c ON c.id = a.child_id
            LEFT JOIN adult_access_change l
              ON l.id = (SELECT MAX(x.id) FROM adult_access_change x WHERE x.adult_id = a.id)
            """;

    @Select("<script>" + ADULT + " WHERE a.child_id = #{child} AND " + ChildScope.IN_SCOPE
            + " ORDER BY a.carer DESC, a.id</script>")
    List<Row> around(@Param("scope") Scope scope, @Param("child") long child);

    @Select("<script>" + ADULT + " WHERE a.id = #{adult} AND " + ChildScope.IN_SCOPE + "</script>")
    @Nullable
    Row find(@Param("scope") Scope scope, @Param("adult") long adult);

    @Select("<script>" + ADULT + """
            JOIN adult one ON one.id = #{adult} JOIN child home ON home.id = one.child_id
            WHERE a.id != one.id
              AND (a.phone_digest = one.phone_digest OR (a.name = one.name AND c.household_id = home.household_id))
              AND
            """ + ChildScope.IN_SCOPE + " ORDER BY a.id</script>")
    List<Row> alike(@Param("scope") Scope scope, @Param("adult") long adult);

    @Update("UPDATE adult SET access = #{access} WHERE id = #{adult}")
    void set(@Param("adult") long adult, @Param("access") String access);

    @Insert("""
            INSERT INTO adult_access_change (adult_id, child_id, access, reason_sealed, changed_by, changed_at)
            VALUES (#{adult}, #{child}, #{access}, #{reason}, #{by}, #{at})
            """)
    void note(
            @Param("adult") long adult,
            @Param("child") long child,
            @Param("access") String access,
            @Param("reason") String reason,
            @Param("by") long by,
            @Param("at") LocalDateTime at);

    record Row(
            long id,
            long childId,
            String villageCode,
            String relation,
            String name,
            @Nullable String phoneSealed,
            boolean carer,
            String access,
            @Nullable String reasonSealed,
            @Nullable Long changedBy,
            @Nullable LocalDateTime changedAt) {}
}

package org.tongxing.contact;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.tongxing.kernel.Scope;
import org.tongxing.persistence.ChildScope;
import org.tongxing.persistence.WithinTie;

@Mapper
interface FestivalMapper {

    @Insert("""
            INSERT INTO festival_return (child_id, adult_id, year, coming, said_at)
            VALUES (#{child}, #{adult}, #{year}, #{coming}, #{at})
            ON DUPLICATE KEY UPDATE coming = VALUES(coming), said_at = VALUES(said_at)
            """)
    void put(
            @Param("child") long child,
            @Param("adult") long adult,
            @Param("year") int year,
            @Param("coming") String coming,
            @Param("at") LocalDateTime at);

    @WithinTie("adult")
    @Select("""
            <script>
            SELECT child_id, coming FROM festival_return WHERE year = #{year} AND adult_id IN
            <foreach collection='adults' item='adult' open='(' separator=',' close=')'>#{adult}</foreach>
            </script>
            """)
    List<SaidRow> said(@Param("year") int year, @Param("adults") Collection<Long> adults);

    @Select("<script>SELECT r.child_id, r.adult_id, r.coming FROM festival_return r JOIN child c ON c.id = r.child_id"
            + " WHERE r.year = #{year} AND " + ChildScope.IN_SCOPE + "</script>")
    List<AnswerRow> answers(@Param("scope") Scope scope, @Param("year") int year);

    /** Where a parent comes home, and nobody keeps that parent away. */
    @Select("<script>SELECT DISTINCT r.child_id, r.year FROM festival_return r JOIN child c ON c.id = r.child_id"
            + " JOIN adult a ON a.id = r.adult_id AND a.access = 'OPEN' WHERE r.coming = 'YES' AND "
            + ChildScope.IN_SCOPE + "</script>")
    List<ComingRow> comings(@Param("scope") Scope scope);

    record ComingRow(long childId, int year) {}

    record SaidRow(long childId, String coming) {}

    record AnswerRow(long childId, long adultId, String coming) {}
}

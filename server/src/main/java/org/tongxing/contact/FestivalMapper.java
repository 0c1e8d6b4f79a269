package org.tongxing.contact;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

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

    @Select("""
            <script>
            SELECT child_id, coming FROM festival_return WHERE year = #{year} AND adult_id IN
            <foreach collection='adults' item='adult' open='(' separator=',' close=')'>#{adult}</foreach>
            </script>
            """)
    List<SaidRow> said(@Param("year") int year, @Param("adults") Collection<Long> adults);

    @Select("""
            <script>
            SELECT child_id, adult_id, coming FROM festival_return WHERE year = #{year} AND child_id IN
            <foreach collection='children' item='child' open='(' separator=',' close=')'>#{child}</foreach>
            </script>
            """)
    List<AnswerRow> answers(@Param("year") int year, @Param("children") Collection<Long> children);

    record SaidRow(long childId, String coming) {}

    record AnswerRow(long childId, long adultId, String coming) {}
}

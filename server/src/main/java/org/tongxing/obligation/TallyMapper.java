package org.tongxing.obligation;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;
import org.tongxing.policy.Actor;

@Mapper
interface TallyMapper {

    /** Serialises the counting of one village. */
    @Select("SELECT code FROM division WHERE code = #{village} FOR UPDATE")
    @Nullable
    String lock(String village);

    @Delete("DELETE FROM overdue_tally WHERE village_code = #{village}")
    void clear(String village);

    @Insert("""
            <script>
            INSERT INTO overdue_tally (village_code, actor, children, owing, oldest_on, counted_at) VALUES
            <foreach collection='rows' item='r' separator=','>
              (#{r.villageCode}, #{r.actor}, #{r.children}, #{r.owing}, #{r.oldestOn}, #{r.countedAt})
            </foreach>
            </script>
            """)
    void insert(@Param("rows") List<Row> rows);

    /** The sums below a division by its next level; a family with children in two villages counts in both. */
    @Select("""
            <script>
            SELECT LEFT(village_code, #{length}) AS code, SUM(children) AS children, SUM(owing) AS owing,
                   MIN(oldest_on) AS oldest_on, MIN(counted_at) AS counted_at
            FROM overdue_tally
            WHERE village_code LIKE CONCAT(#{division}, '%')
            <if test='actor != null'>AND actor = #{actor}</if>
            GROUP BY LEFT(village_code, #{length}) ORDER BY MIN(oldest_on), 1
            </script>
            """)
    List<PartRow> parts(
            @Param("division") String division, @Param("length") int length, @Param("actor") @Nullable Actor actor);

    record Row(String villageCode, Actor actor, int children, int owing, LocalDate oldestOn, LocalDateTime countedAt) {}

    record PartRow(String code, int children, int owing, LocalDate oldestOn, LocalDateTime countedAt) {}
}

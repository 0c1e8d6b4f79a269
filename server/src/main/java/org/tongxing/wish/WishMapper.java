package org.tongxing.wish;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.Scope;
import org.tongxing.persistence.WithinTie;
import org.tongxing.persistence.WithoutScope;

@Mapper
interface WishMapper {

    @Insert("""
            INSERT INTO wish (child_id, township_code, alias, age_band, what, why, value_cap, state, proposed_by, proposed_at)
            VALUES (#{child}, #{township}, #{alias}, #{ageBand}, #{what}, #{why}, #{valueCap}, 'PROPOSED', #{by}, #{now})
            """)
    void insert(
            @Param("child") long child,
            @Param("township") String township,
            @Param("alias") String alias,
            @Param("ageBand") String ageBand,
            @Param("what") String what,
            @Param("why") String why,
            @Param("valueCap") @Nullable Integer valueCap,
            @Param("by") long by,
            @Param("now") LocalDateTime now);

    String IN_SCOPE = """
            township_code LIKE CONCAT(#{scope.division.value}, '%') <if test='!scope.wholePlace()'>AND FALSE</if>
            """;

    @Select("SELECT id FROM wish WHERE child_id = #{child} AND state IN ('PROPOSED', 'OPEN', 'CLAIMED')")
    long openOf(long child);

    @Select("<script>SELECT * FROM wish WHERE id = #{id} AND " + IN_SCOPE + "</script>")
    @Nullable
    WishRow find(@Param("scope") Scope scope, @Param("id") long id);

    /** A wish of the townships in which somebody is confirmed to help. */
    @WithinTie("township")
    @Select("""
            <script>
            SELECT * FROM wish WHERE id = #{id} AND township_code IN
            <foreach collection='townships' item='township' open='(' separator=',' close=')'>#{township}</foreach>
            </script>
            """)
    @Nullable
    WishRow ofTownships(@Param("townships") Collection<String> townships, @Param("id") long id);

    @Update("""
            <script>
            UPDATE wish SET state = 'OPEN', published_by = #{by}, published_at = #{now}
            WHERE id = #{id} AND state = 'PROPOSED' AND proposed_by &lt;&gt; #{by} AND
            """ + IN_SCOPE + "</script>")
    int publish(
            @Param("scope") Scope scope, @Param("id") long id, @Param("by") long by, @Param("now") LocalDateTime now);

    /** The whole claim is this one statement: whoever's update finds the wish open has it. */
    @Update("""
            UPDATE wish SET state = 'CLAIMED', claimed_by = #{by}, claimed_at = #{now}, deliver_by = #{deliverBy}
            WHERE id = #{id} AND state = 'OPEN'
            """)
    int claim(
            @Param("id") long id,
            @Param("by") long by,
            @Param("now") LocalDateTime now,
            @Param("deliverBy") LocalDate deliverBy);

    @WithinTie("township")
    @Select("""
            <script>
            SELECT * FROM wish WHERE (state = 'OPEN' AND township_code IN
              <foreach collection='townships' item='township' open='(' separator=',' close=')'>#{township}</foreach>)
              OR claimed_by = #{by}
            ORDER BY id DESC LIMIT 100
            </script>
            """)
    List<WishRow> wall(@Param("townships") Collection<String> townships, @Param("by") long by);

    @WithoutScope("Reminds on nobody's behalf whoever has promised")
    @Select("SELECT * FROM wish WHERE state = 'CLAIMED' AND deliver_by = #{day} ORDER BY id")
    List<WishRow> promisedFor(LocalDate day);

    @Select("<script>SELECT COUNT(*) FROM wish WHERE state = #{state} AND " + IN_SCOPE + "</script>")
    int countIn(@Param("scope") Scope scope, @Param("state") String state);

    record WishRow(
            long id,
            long childId,
            String townshipCode,
            String alias,
            String ageBand,
            String what,
            String why,
            @Nullable Integer valueCap,
            String state,
            long proposedBy,
            @Nullable Long claimedBy,
            @Nullable LocalDate deliverBy) {}
}

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

    @Select("SELECT * FROM wish WHERE child_id = #{child} AND state IN ('PROPOSED', 'OPEN', 'CLAIMED')")
    @Nullable
    WishRow openOf(long child);

    @Select("SELECT * FROM wish WHERE id = #{id}")
    @Nullable
    WishRow find(long id);

    @Update("""
            UPDATE wish SET state = 'OPEN', published_by = #{by}, published_at = #{now}
            WHERE id = #{id} AND state = 'PROPOSED' AND proposed_by <> #{by}
              AND township_code LIKE CONCAT(#{scope.division.value}, '%')
            """)
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

    @Select("""
            <script>
            SELECT * FROM wish WHERE (state = 'OPEN' AND township_code IN
              <foreach collection='townships' item='township' open='(' separator=',' close=')'>#{township}</foreach>)
              OR claimed_by = #{by}
            ORDER BY id DESC LIMIT 100
            </script>
            """)
    List<WishRow> wall(@Param("townships") Collection<String> townships, @Param("by") long by);

    @Select("SELECT * FROM wish WHERE state = 'CLAIMED' AND deliver_by = #{day} ORDER BY id")
    List<WishRow> promisedFor(LocalDate day);

    @Select("""
            SELECT COUNT(*) FROM wish WHERE state = #{state} AND township_code LIKE CONCAT(#{division}, '%')
            """)
    int countIn(@Param("division") String division, @Param("state") String state);

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

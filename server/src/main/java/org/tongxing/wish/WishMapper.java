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
import org.tongxing.persistence.WithoutScope;

/**
 * The steps of a wish. Each is one compare-and-set: whoever's update finds the wish in the state it must be in has done it,
 * everybody else has not.
 */
@Mapper
interface WishMapper {

    @Insert("""
            INSERT INTO wish (child_id, township_code, alias, age_band, kind, what, why, value_cap, state, source,
                              proposed_by, proposed_phone, proposed_at, changed_at)
            VALUES (#{wish.child}, #{wish.township}, #{wish.alias}, #{wish.ageBand}, #{wish.kind}, #{wish.what},
                    #{wish.why}, #{wish.valueCap}, 'PROPOSED', #{wish.source}, #{by.account}, #{by.phone}, #{now}, #{now})
            """)
    void insert(@Param("wish") NewWish wish, @Param("by") By by, @Param("now") LocalDateTime now);

    /** Before anybody has promised it; an open one leaves the wall and is reviewed again. */
    @Update("""
            UPDATE wish SET kind = #{kind}, what = #{what}, why = #{why}, value_cap = #{valueCap}, state = 'PROPOSED',
                   proposed_by = #{by.account}, proposed_phone = #{by.phone}, returned_for = NULL, changed_at = #{now},
                   version = version + 1
            WHERE id = #{id} AND version = #{version} AND state IN ('PROPOSED', 'RETURNED', 'OPEN')
            """)
    int edit(
            @Param("id") long id,
            @Param("version") int version,
            @Param("kind") String kind,
            @Param("what") String what,
            @Param("why") String why,
            @Param("valueCap") @Nullable Integer valueCap,
            @Param("by") By by,
            @Param("now") LocalDateTime now);

    /** By another person than wrote it down, whether at the console or on a phone. */
    @Update("""
            UPDATE wish SET state = 'OPEN', published_by = #{by}, published_at = #{now}, family_until = #{familyUntil},
                   changed_at = #{now}, version = version + 1
            WHERE id = #{id} AND state = 'PROPOSED' AND (proposed_by IS NULL OR proposed_by <> #{by})
              AND NOT EXISTS (SELECT 1 FROM membership m
                              WHERE m.phone_account_id = wish.proposed_phone AND m.account_id = #{by})
            """)
    int publish(
            @Param("id") long id,
            @Param("by") long by,
            @Param("familyUntil") @Nullable LocalDateTime familyUntil,
            @Param("now") LocalDateTime now);

    @Update("""
            UPDATE wish SET state = 'RETURNED', returned_for = #{reason}, changed_at = #{now}, version = version + 1
            WHERE id = #{id} AND state = 'PROPOSED'
            """)
    int giveBackToWriter(@Param("id") long id, @Param("reason") String reason, @Param("now") LocalDateTime now);

    /** The phone account that wrote it down; null when it was written down at the console. */
    @Select("SELECT proposed_phone FROM wish WHERE id = #{id}")
    @Nullable
    Long writer(long id);

    /** The phone account that brought it. */
    @Select("SELECT phone_account_id FROM wish_claim WHERE wish_id = #{id} AND outcome = 'FULFILLED'")
    @Nullable
    Long keptBy(long id);

    /** As much of these wishes as says whether they can be had, which nobody else changes until the transaction ends. */
    @WithoutScope("whoever may not see the wish is told nothing of it")
    @Select("<script>SELECT id, state, township_code, child_id, family_until FROM wish WHERE id IN "
            + "<foreach collection='ids' item='one' open='(' separator=',' close=')'>#{one}</foreach>"
            + " ORDER BY id FOR UPDATE</script>")
    List<Glance> lock(@Param("ids") Collection<Long> ids);

    @Update("<script>UPDATE wish SET state = 'CLAIMED', changed_at = #{now}, version = version + 1"
            + " WHERE state = 'OPEN' AND id IN "
            + "<foreach collection='ids' item='one' open='(' separator=',' close=')'>#{one}</foreach></script>")
    int claim(@Param("ids") Collection<Long> ids, @Param("now") LocalDateTime now);

    @Update("""
            UPDATE wish SET state = 'ARRANGED', changed_at = #{now}, version = version + 1
            WHERE id = #{id} AND state IN ('CLAIMED', 'ARRANGED')
            """)
    int arrange(@Param("id") long id, @Param("now") LocalDateTime now);

    @Update("""
            UPDATE wish SET state = 'OPEN', changed_at = #{now}, version = version + 1
            WHERE id = #{id} AND state IN ('CLAIMED', 'ARRANGED')
            """)
    int reopen(@Param("id") long id, @Param("now") LocalDateTime now);

    @Update("""
            UPDATE wish SET state = 'FULFILLED', fulfilled_on = #{on}, changed_at = #{now}, version = version + 1
            WHERE id = #{id} AND state IN ('CLAIMED', 'ARRANGED')
            """)
    int fulfil(@Param("id") long id, @Param("on") LocalDate on, @Param("now") LocalDateTime now);

    @Update("""
            UPDATE wish SET state = 'CANCELLED', changed_at = #{now}, version = version + 1
            WHERE id = #{id} AND state NOT IN ('FULFILLED', 'CANCELLED')
            """)
    int cancel(@Param("id") long id, @Param("now") LocalDateTime now);

    @Update("""
            UPDATE wish SET thanks = #{text}, thanks_state = 'WAITING', thanks_by = #{by.account},
                   thanks_phone = #{by.phone}, version = version + 1
            WHERE id = #{id} AND state = 'FULFILLED' AND COALESCE(thanks_state, '') <> 'SHOWN'
            """)
    int thank(@Param("id") long id, @Param("text") String text, @Param("by") By by);

    @Update("""
            UPDATE wish SET thanks_state = #{state}, version = version + 1
            WHERE id = #{id} AND thanks_state = 'WAITING' AND (thanks_by IS NULL OR thanks_by <> #{by})
              AND NOT EXISTS (SELECT 1 FROM membership m
                              WHERE m.phone_account_id = wish.thanks_phone AND m.account_id = #{by})
            """)
    int reviewThanks(@Param("id") long id, @Param("state") String state, @Param("by") long by);

    @Insert("""
            INSERT INTO wish_step (wish_id, step, township_code, account_id, phone_account_id, reason, at)
            SELECT id, #{step}, township_code, #{by.account}, #{by.phone}, #{reason}, #{now} FROM wish WHERE id = #{id}
            """)
    void step(
            @Param("id") long id,
            @Param("step") Step step,
            @Param("by") By by,
            @Param("reason") @Nullable String reason,
            @Param("now") LocalDateTime now);

    record Glance(
            long id,
            String state,
            String townshipCode,
            long childId,
            @Nullable LocalDateTime familyUntil) {}

    record NewWish(
            long child,
            String township,
            String alias,
            String ageBand,
            String kind,
            String what,
            String why,
            @Nullable Integer valueCap,
            String source) {}
}

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
import org.tongxing.persistence.ReadyVolunteer;
import org.tongxing.persistence.WithoutScope;

/** Promises. */
@Mapper
interface ClaimMapper {

    String LIVE = """
            SELECT k.wish_id, k.phone_account_id, k.claimed_at, k.arrange_by, k.deliver_by, k.way, w.township_code
            FROM wish_claim k JOIN wish w ON w.id = k.wish_id WHERE k.ended_at IS NULL
            """;

    /** Refused when the slot is taken or the wish has a claimer. */
    @Insert("""
            INSERT INTO wish_claim (wish_id, phone_account_id, family_id, slot, claimed_at, arrange_by)
            VALUES (#{wish}, #{by}, #{family}, #{slot}, #{now}, #{arrangeBy})
            """)
    void take(Promised promised);

    @Insert("""
            INSERT INTO wish_step (wish_id, step, township_code, phone_account_id, at)
            VALUES (#{wish}, 'CLAIMED', #{township}, #{by}, #{now})
            """)
    void step(Promised promised);

    /** What is promised of these wishes, and what these people have promised. */
    @WithoutScope("says only whether a wish, or somebody, is free")
    @Select("<script>SELECT wish_id, phone_account_id, slot FROM wish_claim WHERE live_wish_id IN "
            + "<foreach collection='wishes' item='one' open='(' separator=',' close=')'>#{one}</foreach>"
            + " UNION SELECT wish_id, phone_account_id, slot FROM wish_claim WHERE live_claimer IN "
            + "<foreach collection='people' item='one' open='(' separator=',' close=')'>#{one}</foreach></script>")
    List<Open> open(@Param("wishes") Collection<Long> wishes, @Param("people") Collection<Long> people);

    @WithoutScope("its claimer alone is answered")
    @Select(LIVE + " AND k.live_wish_id = #{wish}")
    @Nullable
    Row live(long wish);

    @Update("""
            UPDATE wish_claim SET deliver_by = #{deliverBy}, way = #{way}, arranged_at = #{now}
            WHERE live_wish_id = #{wish} AND phone_account_id = #{by}
            """)
    int arrange(
            @Param("wish") long wish,
            @Param("by") long by,
            @Param("deliverBy") LocalDate deliverBy,
            @Param("way") String way,
            @Param("now") LocalDateTime now);

    @Update("""
            UPDATE wish_claim SET ended_at = #{now}, outcome = #{outcome}, reason = #{reason} WHERE live_wish_id = #{wish}
            """)
    int end(
            @Param("wish") long wish,
            @Param("outcome") Outcome outcome,
            @Param("reason") @Nullable String reason,
            @Param("now") LocalDateTime now);

    @WithoutScope("the clock puts them back")
    @Select(LIVE + " AND k.live_claimer = #{account} ORDER BY k.id")
    List<Row> openOf(long account);

    @WithoutScope("each is told to its claimer alone")
    @Select(LIVE + " AND k.deliver_by = #{day} ORDER BY k.id")
    List<Row> promisedFor(LocalDate day);

    @WithoutScope("each is told to its claimer alone")
    @Select(LIVE + " AND k.arranged_at IS NULL AND k.arrange_by = #{day} ORDER BY k.id")
    List<Row> toArrangeBy(LocalDate day);

    /** Promises nobody has arranged in time, or that did not come within the grace. */
    @WithoutScope("the clock puts them back")
    @Select(LIVE + " AND k.arranged_at IS NULL AND k.arrange_by < #{today} UNION ALL " + LIVE
            + " AND k.deliver_by < #{graceOver}")
    List<Row> late(@Param("today") LocalDate today, @Param("graceOver") LocalDate graceOver);

    /** Promises of people who may not help here any more: no confirmed tie to this place or child holds. */
    @WithoutScope("the clock puts them back")
    @Select(LIVE + """
             AND NOT EXISTS (
              SELECT 1 FROM membership m JOIN cadre_family f ON f.id = m.family_id
              JOIN pairing g ON g.family_id = f.id AND g.status = 'ACTIVE' AND g.child_id = w.child_id
              WHERE m.phone_account_id = k.phone_account_id AND m.state = 'CONFIRMED' AND f.state = 'CONFIRMED')
             AND NOT EXISTS (
              SELECT 1 FROM membership m JOIN volunteer v ON v.phone_account_id = m.phone_account_id
              WHERE m.phone_account_id = k.phone_account_id AND m.kind = 'VOLUNTEER' AND m.state = 'CONFIRMED'
                AND LEFT(m.division_code, 9) = w.township_code AND
            """ + ReadyVolunteer.ON_THE_DAY + ")")
    List<Row> orphaned(@Param("on") LocalDate on);

    /** Who has promised what, and which of his or her promises it is. */
    record Open(long wishId, long phoneAccountId, int slot) {}

    /** A promise to write. */
    record Promised(
            long wish,
            String township,
            long by,
            @Nullable Long family,
            int slot,
            LocalDateTime now,
            LocalDate arrangeBy) {}

    /** A promise that stands. */
    record Row(
            long wishId,
            long phoneAccountId,
            LocalDateTime claimedAt,
            LocalDate arrangeBy,
            @Nullable LocalDate deliverBy,
            @Nullable String way,
            String townshipCode) {}
}

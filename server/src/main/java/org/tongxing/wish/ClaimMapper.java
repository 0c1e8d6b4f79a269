package org.tongxing.wish;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.tongxing.persistence.WithoutScope;

/** Promises. */
@Mapper
interface ClaimMapper {

    String COLUMNS = "id, wish_id, phone_account_id, family_id, claimed_at, arrange_by, arranged_at, deliver_by, way";

    /** 1 when the slot was free, 0 when this person has a promise in it. */
    @Insert("""
            INSERT IGNORE INTO wish_claim (wish_id, phone_account_id, family_id, slot, claimed_at, arrange_by)
            VALUES (#{wish}, #{by}, #{family}, #{slot}, #{now}, #{arrangeBy})
            """)
    int take(
            @Param("wish") long wish,
            @Param("by") long by,
            @Param("family") @Nullable Long family,
            @Param("slot") int slot,
            @Param("now") LocalDateTime now,
            @Param("arrangeBy") LocalDate arrangeBy);

    @Select("SELECT slot FROM wish_claim WHERE live_claimer = #{account}")
    List<Integer> slots(long account);

    @Select("SELECT " + COLUMNS + " FROM wish_claim WHERE live_wish_id = #{wish}")
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

    @Select("SELECT " + COLUMNS + " FROM wish_claim WHERE live_claimer = #{account} ORDER BY id")
    List<Row> openOf(long account);

    @Select("SELECT " + COLUMNS + " FROM wish_claim WHERE ended_at IS NULL AND deliver_by = #{day} ORDER BY id")
    List<Row> promisedFor(LocalDate day);

    @Select("SELECT " + COLUMNS + " FROM wish_claim WHERE ended_at IS NULL AND arranged_at IS NULL"
            + " AND arrange_by = #{day} ORDER BY id")
    List<Row> toArrangeBy(LocalDate day);

    /** Promises nobody has arranged in time, or that did not come within the grace. */
    @Select("SELECT " + COLUMNS + """
             FROM wish_claim WHERE ended_at IS NULL AND arranged_at IS NULL AND arrange_by < #{today}
            UNION ALL
            SELECT""" + " " + COLUMNS + """
             FROM wish_claim WHERE ended_at IS NULL AND deliver_by < #{graceOver}
            """)
    List<Row> late(@Param("today") LocalDate today, @Param("graceOver") LocalDate graceOver);

    /** Promises of people who may not help any more: no confirmed tie of theirs holds. */
    @WithoutScope("the clock puts them back")
    @Select("SELECT " + COLUMNS + """
             FROM wish_claim k WHERE k.ended_at IS NULL AND NOT EXISTS (
              SELECT 1 FROM membership m LEFT JOIN cadre_family f ON f.id = m.family_id
              LEFT JOIN volunteer v ON v.phone_account_id = m.phone_account_id
              WHERE m.phone_account_id = k.phone_account_id AND m.state = 'CONFIRMED'
                AND ((m.kind = 'CADRE_FAMILY' AND f.state = 'CONFIRMED')
                  OR (m.kind = 'VOLUNTEER' AND v.left_at IS NULL AND v.suspended_at IS NULL AND v.screening = 'CLEAR'
                    AND v.screened_on > DATE_SUB(#{today}, INTERVAL 1 YEAR)
                    AND v.trained_on > DATE_SUB(#{today}, INTERVAL 1 YEAR))))
            """)
    List<Row> orphaned(@Param("today") LocalDate today);

    record Row(
            long id,
            long wishId,
            long phoneAccountId,
            @Nullable Long familyId,
            LocalDateTime claimedAt,
            LocalDate arrangeBy,
            @Nullable LocalDateTime arrangedAt,
            @Nullable LocalDate deliverBy,
            @Nullable String way) {}
}

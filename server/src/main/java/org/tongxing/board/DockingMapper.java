package org.tongxing.board;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.Scope;
import org.tongxing.persistence.ChildScope;
import org.tongxing.persistence.NewId;
import org.tongxing.persistence.Paging;
import org.tongxing.persistence.WithinTie;
import org.tongxing.persistence.WithoutScope;

/** What was given to what. */
@Mapper
interface DockingMapper {

    String COLUMNS = """
            SELECT k.id, k.need_id, k.offer_id, k.quantity, k.cost_yuan, k.state, k.docked_at, k.ended_on, k.words,
                   n.what AS need_what, n.measure, n.category, n.until_on, o.what AS offer_what, o.kind AS offer_kind,
                   o.phone_account_id, o.provider
            """;

    String FROM = " FROM board_docking k JOIN board_need n ON n.id = k.need_id JOIN board_offer o ON o.id = k.offer_id";

    String DESK = FROM + " JOIN child c ON c.id = n.child_id WHERE " + ChildScope.IN_SCOPE;

    @Insert("""
            INSERT INTO board_docking (need_id, offer_id, quantity, cost_yuan, state, docked_by, docked_at)
            VALUES (#{need}, #{offer}, #{quantity}, #{cost}, 'DOCKED', #{by}, #{now})
            """)
    @Options(useGeneratedKeys = true, keyProperty = "key.id")
    void insert(
            @Param("key") NewId key,
            @Param("need") long need,
            @Param("offer") long offer,
            @Param("quantity") int quantity,
            @Param("cost") @Nullable Integer cost,
            @Param("by") long by,
            @Param("now") LocalDateTime now);

    /** 1 for whoever says first what came of it. */
    @Update("""
            UPDATE board_docking SET state = #{state}, ended_by = #{by}, ended_on = #{on}, ended_at = #{now},
                   words = #{words}
            WHERE id = #{id} AND state = 'DOCKED'
            """)
    int end(
            @Param("id") long id,
            @Param("state") String state,
            @Param("by") @Nullable Long by,
            @Param("on") LocalDate on,
            @Param("words") @Nullable String words,
            @Param("now") LocalDateTime now);

    @Select("<script>" + COLUMNS + DESK + " AND k.id = #{id}</script>")
    @Nullable
    Row find(@Param("scope") Scope scope, @Param("id") long id);

    @Select("<script>" + COLUMNS + DESK + " AND k.need_id = #{need} ORDER BY k.id</script>")
    List<Row> ofNeed(@Param("scope") Scope scope, @Param("need") long need);

    @Select("<script>" + COLUMNS + DESK + " AND k.offer_id = #{offer} ORDER BY k.id</script>")
    List<Row> ofOffer(@Param("scope") Scope scope, @Param("offer") long offer);

    /** Under way first, and of these what is wanted soonest. */
    @Select("<script>" + COLUMNS + DESK + """
            <if test='state != null'>AND k.state = #{state}</if>
            ORDER BY k.state != 'DOCKED', n.until_on, k.id DESC LIMIT #{paging.size} OFFSET #{paging.offset}</script>
            """)
    List<Row> list(@Param("scope") Scope scope, @Param("state") @Nullable String state, @Param("paging") Paging paging);

    @Select("<script>SELECT COUNT(*)" + DESK + "<if test='state != null'>AND k.state = #{state}</if></script>")
    long count(@Param("scope") Scope scope, @Param("state") @Nullable String state);

    @WithinTie("account")
    @Select(COLUMNS + FROM + " WHERE o.phone_account_id = #{account} ORDER BY k.id DESC LIMIT 200")
    List<Row> ofPhone(@Param("account") long account);

    @WithoutScope("whoever may not help any more brings nothing; the clock puts it back")
    @Select(COLUMNS + FROM + " WHERE k.state = 'DOCKED' AND o.phone_account_id = #{account}")
    List<Row> liveOf(@Param("account") long account);

    @WithoutScope("whoever may not help any more brings nothing; the clock puts it back")
    @Select("<script>" + COLUMNS + FROM + " WHERE k.state = 'DOCKED' AND NOT " + OfferMapper.MAY_HELP + "</script>")
    List<Row> orphaned(@Param("on") LocalDate on);

    @WithoutScope("which of these offers is docked; the caller has read them in its scope")
    @Select("<script>SELECT k.offer_id FROM board_docking k WHERE k.state = 'DOCKED' AND k.need_id = #{need}"
            + " AND k.offer_id IN (-1<foreach collection='offers' item='o'>, #{o}</foreach>)</script>")
    List<Long> docked(@Param("need") long need, @Param("offers") Collection<Long> offers);

    record Row(
            long id,
            long needId,
            long offerId,
            int quantity,
            @Nullable Integer costYuan,
            String state,
            LocalDateTime dockedAt,
            @Nullable LocalDate endedOn,
            @Nullable String words,
            String needWhat,
            String measure,
            String category,
            LocalDate untilOn,
            String offerWhat,
            String offerKind,
            @Nullable Long phoneAccountId,
            @Nullable String provider) {}
}

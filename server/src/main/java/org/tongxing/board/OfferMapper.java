package org.tongxing.board;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.Scope;
import org.tongxing.persistence.NewId;
import org.tongxing.persistence.Paging;
import org.tongxing.persistence.ReadyVolunteer;
import org.tongxing.persistence.WithinTie;

/** Offers; an offer of a person counts only while that person may help in the place. */
@Mapper
interface OfferMapper {

    /** Offers of the place, of what is below it, and of what reaches it from above. */
    String IN_SCOPE = """
            (o.division_code LIKE CONCAT(#{scope.division.value}, '%')
              OR #{scope.division.value} LIKE CONCAT(o.division_code, '%'))
            <if test='scope.unitId != null or scope.childIds != null'>AND 1 = 0</if>
            """;

    String MAY_HELP = """
            (o.phone_account_id IS NULL OR EXISTS (
              SELECT 1 FROM membership m JOIN volunteer v ON v.phone_account_id = m.phone_account_id
              WHERE m.phone_account_id = o.phone_account_id AND m.kind = 'VOLUNTEER' AND m.state = 'CONFIRMED'
                AND LEFT(m.division_code, 9) = o.division_code AND
            """ + ReadyVolunteer.ON_THE_DAY + "))";

    String STANDING = "CASE WHEN o.withdrawn_at IS NOT NULL THEN 'WITHDRAWN' WHEN o.docked = o.quantity THEN 'USED_UP'"
            + " WHEN o.until_on &lt; #{on} OR NOT " + MAY_HELP + " THEN 'OVER' ELSE 'OPEN' END";

    String ROWS = """
            SELECT o.id, o.kind, o.category, o.what, o.division_code, o.quantity, o.docked, o.measure, o.from_on,
                   o.until_on, o.phone_account_id, o.provider, o.contract, o.budget_yuan, o.committed_yuan, o.for_need_id,
                   o.offered_at, o.withdrawn_for,
            """ + STANDING + " AS standing FROM board_offer o";

    String MATCHING = " WHERE " + IN_SCOPE + """
            <if test='filter.state != null'>AND (""" + STANDING + """
             ) = #{filter.state}</if>
            <if test='filter.kind != null'>AND o.kind = #{filter.kind}</if>
            <if test='filter.category != null'>AND o.category = #{filter.category}</if>
            <if test='filter.words != null'>
              AND (o.what LIKE CONCAT('%', #{filter.words}, '%') OR o.provider LIKE CONCAT('%', #{filter.words}, '%'))
            </if>
            """;

    @Insert("""
            INSERT INTO board_offer (kind, category, what, division_code, quantity, measure, from_on, until_on, provider,
                                     contact_sealed, contract, budget_yuan, entered_by, offered_at)
            VALUES (#{s.kind}, #{w.category}, #{w.what}, #{w.place.value}, #{w.quantity}, #{w.measure}, #{w.fromOn},
                    #{w.untilOn}, #{s.provider}, #{contact}, #{s.contract}, #{s.budgetYuan}, #{by}, #{now})
            """)
    @Options(useGeneratedKeys = true, keyProperty = "key.id")
    void enter(
            @Param("key") NewId key,
            @Param("w") Offer.Words words,
            @Param("s") Offer.Source source,
            @Param("contact") @Nullable String contact,
            @Param("by") long by,
            @Param("now") LocalDateTime now);

    /** The same words sent twice are one offer. */
    @Insert("""
            INSERT INTO board_offer (kind, category, what, division_code, quantity, measure, from_on, until_on,
                                     phone_account_id, for_need_id, offered_at)
            VALUES (#{kind}, #{w.category}, #{w.what}, #{w.place.value}, #{w.quantity}, #{w.measure}, #{w.fromOn},
                    #{w.untilOn}, #{account}, #{need}, #{now})
            ON DUPLICATE KEY UPDATE id = id
            """)
    void offer(
            @Param("kind") Offer.Kind kind,
            @Param("w") Offer.Words words,
            @Param("account") long account,
            @Param("need") @Nullable Long need,
            @Param("now") LocalDateTime now);

    @WithinTie("account")
    @Select("<script>" + ROWS + " WHERE o.phone_account_id = #{account} ORDER BY o.id DESC LIMIT 50</script>")
    List<Row> ofPhone(@Param("account") long account, @Param("on") LocalDate on);

    @Select("<script>" + ROWS + " WHERE o.id = #{id} AND " + IN_SCOPE + "</script>")
    @Nullable
    Row find(@Param("scope") Scope scope, @Param("id") long id, @Param("on") LocalDate on);

    @Select("<script>SELECT o.contact_sealed FROM board_offer o WHERE o.id = #{id} AND " + IN_SCOPE + "</script>")
    @Nullable
    String contact(@Param("scope") Scope scope, @Param("id") long id);

    @Select("<script>" + ROWS + MATCHING
            + " ORDER BY o.offered_at DESC, o.id DESC LIMIT #{paging.size} OFFSET #{paging.offset}</script>")
    List<Row> list(
            @Param("scope") Scope scope,
            @Param("filter") Filter filter,
            @Param("on") LocalDate on,
            @Param("paging") Paging paging);

    @Select("<script>SELECT COUNT(*) FROM board_offer o" + MATCHING + "</script>")
    long count(@Param("scope") Scope scope, @Param("filter") Filter filter, @Param("on") LocalDate on);

    /** Offers of a category that reach a township within days, with something left. */
    @Select("<script>" + ROWS + " WHERE " + IN_SCOPE + """
             AND o.category = #{category} AND o.withdrawn_at IS NULL AND o.docked &lt; o.quantity
             AND o.until_on >= #{on} AND o.from_on &lt;= #{until} AND o.until_on >= #{from}
             AND #{township} LIKE CONCAT(o.division_code, '%') AND
            """ + MAY_HELP + " ORDER BY o.until_on, o.id LIMIT 50</script>")
    List<Row> fitting(
            @Param("scope") Scope scope,
            @Param("category") String category,
            @Param("township") String township,
            @Param("from") LocalDate from,
            @Param("until") LocalDate until,
            @Param("on") LocalDate on);

    /** 1 when as many were left, and the budget bears it. */
    @Update(
            "<script>UPDATE board_offer o SET o.docked = o.docked + #{quantity}, o.committed_yuan = o.committed_yuan + #{cost}"
                    + """
             WHERE o.id = #{id} AND o.category = #{category} AND o.withdrawn_at IS NULL AND o.until_on >= #{on}
               AND o.docked + #{quantity} &lt;= o.quantity
               AND (o.budget_yuan IS NULL OR o.committed_yuan + #{cost} &lt;= o.budget_yuan) AND
            """ + MAY_HELP + "</script>")
    int take(
            @Param("id") long id,
            @Param("category") String category,
            @Param("quantity") int quantity,
            @Param("cost") int cost,
            @Param("on") LocalDate on);

    @Update("""
            UPDATE board_offer SET docked = docked - #{quantity}, committed_yuan = committed_yuan - #{cost} WHERE id = #{id}
            """)
    int putBack(@Param("id") long id, @Param("quantity") int quantity, @Param("cost") int cost);

    @Update("""
            UPDATE board_offer SET withdrawn_at = #{now}, withdrawn_for = #{reason}
            WHERE id = #{id} AND withdrawn_at IS NULL
            """)
    int withdraw(@Param("id") long id, @Param("reason") @Nullable String reason, @Param("now") LocalDateTime now);

    @Update("""
            UPDATE board_offer SET withdrawn_at = #{now}, withdrawn_for = #{reason}
            WHERE phone_account_id = #{account} AND withdrawn_at IS NULL
            """)
    int withdrawAll(@Param("account") long account, @Param("reason") String reason, @Param("now") LocalDateTime now);

    @Update("UPDATE board_offer SET division_code = #{into} WHERE division_code = #{from}")
    void move(@Param("from") String from, @Param("into") String into);

    /** What to look for; what is null matches all. */
    record Filter(
            @Nullable String state,
            @Nullable String kind,
            @Nullable String category,
            @Nullable String words) {}

    record Row(
            long id,
            String kind,
            String category,
            String what,
            String divisionCode,
            int quantity,
            int docked,
            String measure,
            LocalDate fromOn,
            LocalDate untilOn,
            @Nullable Long phoneAccountId,
            @Nullable String provider,
            @Nullable String contract,
            @Nullable Integer budgetYuan,
            int committedYuan,
            @Nullable Long forNeedId,
            LocalDateTime offeredAt,
            @Nullable String withdrawnFor,
            String standing) {}
}

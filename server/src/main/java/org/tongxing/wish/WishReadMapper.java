package org.tongxing.wish;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.Scope;
import org.tongxing.persistence.ChildScope;
import org.tongxing.persistence.Paging;
import org.tongxing.persistence.WithinTie;
import org.tongxing.persistence.WithoutScope;

@Mapper
interface WishReadMapper {

    String COLUMNS = """
            SELECT w.id, w.child_id, w.township_code, w.alias, w.age_band, w.kind, w.what, w.why, w.value_cap, w.state,
                   w.source, w.family_until, w.returned_for, w.proposed_at, w.proposed_by, w.proposed_phone, w.changed_at,
                   w.fulfilled_on, w.thanks, w.thanks_state, w.version, k.phone_account_id AS claimed_by, k.arrange_by,
                   k.deliver_by, k.way,
                   h.photo_id, h.state AS photo_state
            """;

    /** For those who need not know whose wish it is. */
    String NAMELESS = COLUMNS + ", NULL AS child_name, NULL AS village_code";

    String NAMED = COLUMNS + ", c.name AS child_name, c.village_code";

    String FROM = " FROM wish w LEFT JOIN wish_claim k ON k.live_wish_id = w.id"
            + " LEFT JOIN wish_photo h ON h.wish_id = w.id";

    String DESK = " FROM wish w JOIN child c ON c.id = w.child_id LEFT JOIN wish_claim k ON k.live_wish_id = w.id"
            + " LEFT JOIN wish_photo h ON h.wish_id = w.id WHERE "
            + ChildScope.IN_SCOPE;

    String MATCHING = DESK + """
            <if test='filter.state != null'>AND w.state = #{filter.state}</if>
            <if test='filter.kind != null'>AND w.kind = #{filter.kind}</if>
            <if test='filter.thanks'>AND (w.thanks_state = 'WAITING' OR h.state IN ('WAITING', 'UNSURE'))</if>
            <if test='filter.words != null'>AND w.what LIKE CONCAT('%', #{filter.words}, '%')</if>
            """;

    @WithoutScope("steps of the clock, and listeners that tell no one what the wish is")
    @Select(NAMELESS + FROM + " WHERE w.id = #{id}")
    @Nullable
    Row find(long id);

    /** Mapped by hand: looking for the argument of each column takes longer than reading it, and these are many at a time. */
    @WithoutScope("whoever may not see the wish is told nothing of it")
    @Arg(column = "id", name = "id", javaType = long.class)
    @Arg(column = "child_id", name = "childId", javaType = long.class)
    @Arg(column = "township_code", name = "townshipCode", javaType = String.class)
    @Arg(column = "alias", name = "alias", javaType = String.class)
    @Arg(column = "age_band", name = "ageBand", javaType = String.class)
    @Arg(column = "kind", name = "kind", javaType = String.class)
    @Arg(column = "what", name = "what", javaType = String.class)
    @Arg(column = "why", name = "why", javaType = String.class)
    @Arg(column = "value_cap", name = "valueCap", javaType = Integer.class)
    @Arg(column = "state", name = "state", javaType = String.class)
    @Arg(column = "source", name = "source", javaType = String.class)
    @Arg(column = "family_until", name = "familyUntil", javaType = LocalDateTime.class)
    @Arg(column = "returned_for", name = "returnedFor", javaType = String.class)
    @Arg(column = "proposed_at", name = "proposedAt", javaType = LocalDateTime.class)
    @Arg(column = "proposed_by", name = "proposedBy", javaType = Long.class)
    @Arg(column = "proposed_phone", name = "proposedPhone", javaType = Long.class)
    @Arg(column = "changed_at", name = "changedAt", javaType = LocalDateTime.class)
    @Arg(column = "fulfilled_on", name = "fulfilledOn", javaType = LocalDate.class)
    @Arg(column = "thanks", name = "thanks", javaType = String.class)
    @Arg(column = "thanks_state", name = "thanksState", javaType = String.class)
    @Arg(column = "version", name = "version", javaType = int.class)
    @Arg(column = "claimed_by", name = "claimedBy", javaType = Long.class)
    @Arg(column = "arrange_by", name = "arrangeBy", javaType = LocalDate.class)
    @Arg(column = "deliver_by", name = "deliverBy", javaType = LocalDate.class)
    @Arg(column = "way", name = "way", javaType = String.class)
    @Arg(column = "photo_id", name = "photoId", javaType = Long.class)
    @Arg(column = "photo_state", name = "photoState", javaType = String.class)
    @Arg(column = "child_name", name = "childName", javaType = String.class)
    @Arg(column = "village_code", name = "villageCode", javaType = String.class)
    @Select("<script>" + NAMELESS + FROM + " WHERE w.id IN "
            + "<foreach collection='ids' item='one' open='(' separator=',' close=')'>#{one}</foreach></script>")
    List<Row> these(@Param("ids") Collection<Long> ids);

    @WithoutScope("tells those who answer for the village, not who asks")
    @Select(
            "<script>SELECT w.id AS wish, c.village_code AS village FROM wish w JOIN child c ON c.id = w.child_id WHERE w.id IN "
                    + "<foreach collection='ids' item='one' open='(' separator=',' close=')'>#{one}</foreach></script>")
    List<Whereabouts> whereabouts(@Param("ids") Collection<Long> ids);

    @Select("<script>" + NAMED + DESK + " AND w.id = #{id}</script>")
    @Nullable
    Row inScope(@Param("scope") Scope scope, @Param("id") long id);

    /** The longest in their state first, for that is the order of work. */
    @Select(
            "<script>" + NAMED + MATCHING
                    + " ORDER BY COALESCE(w.changed_at, w.proposed_at), w.id LIMIT #{paging.size} OFFSET #{paging.offset}</script>")
    List<Row> list(@Param("scope") Scope scope, @Param("filter") Filter filter, @Param("paging") Paging paging);

    @Select("<script>SELECT COUNT(*)" + MATCHING + "</script>")
    long count(@Param("scope") Scope scope, @Param("filter") Filter filter);

    @Select("<script>SELECT w.state AS state, COUNT(*) AS wishes, "
            + " COUNT(IF(w.thanks_state = 'WAITING' OR h.state IN ('WAITING', 'UNSURE'), 1, NULL)) AS thanks"
            + DESK + " GROUP BY w.state</script>")
    List<StateCount> states(@Param("scope") Scope scope);

    @Select("<script>" + NAMED + DESK + " AND w.child_id = #{child} ORDER BY w.id DESC LIMIT 50</script>")
    List<Row> ofChild(@Param("scope") Scope scope, @Param("child") long child);

    /** What strangers may promise now in these townships, and of these children what their families may. */
    @WithinTie("township")
    @Select("<script>" + NAMELESS + FROM + """
             WHERE w.state = 'OPEN' AND (
              (w.township_code IN ('-'<foreach collection='townships' item='township'>, #{township}</foreach>)
                AND (w.family_until IS NULL OR w.family_until &lt;= #{now}))
              OR w.child_id IN (-1<foreach collection='children' item='c'>, #{c}</foreach>))
            ORDER BY w.published_at, w.id LIMIT 100
            </script>
            """)
    List<Row> wall(
            @Param("townships") Collection<String> townships,
            @Param("children") Collection<Long> children,
            @Param("now") LocalDateTime now);

    /** What this person has promised and not yet brought, and brought in the last year. */
    @WithinTie("account")
    @Select(NAMELESS + """
             FROM wish_claim k JOIN wish w ON w.id = k.wish_id LEFT JOIN wish_photo h ON h.wish_id = w.id
            WHERE k.phone_account_id = #{account}
              AND (k.ended_at IS NULL OR (k.outcome = 'FULFILLED' AND w.state = 'FULFILLED' AND k.ended_at > #{since}))
            ORDER BY k.id DESC LIMIT 50
            """)
    List<Row> promised(@Param("account") long account, @Param("since") LocalDateTime since);

    @Select("<script>SELECT s.step AS step, s.at AS at, s.reason AS reason, a.display_name AS account_name,"
            + " s.phone_account_id AS phone FROM wish_step s JOIN wish w ON w.id = s.wish_id JOIN child c ON c.id = w.child_id"
            + " LEFT JOIN account a ON a.id = s.account_id WHERE s.wish_id = #{id} AND " + ChildScope.IN_SCOPE
            + " ORDER BY s.id</script>")
    List<StepRow> steps(@Param("scope") Scope scope, @Param("id") long id);

    /** Who on which phone is called what, where the township may know. */
    @Select(
            "<script>SELECT m.phone_account_id AS phone, MIN(m.display_name) AS name, MIN(v.organisation) AS organisation"
                    + " FROM membership m LEFT JOIN volunteer v ON v.phone_account_id = m.phone_account_id"
                    + " WHERE m.phone_account_id IN"
                    + " <foreach collection='phones' item='p' open='(-1' close=')'>, #{p}</foreach>"
                    + " AND m.division_code LIKE CONCAT(LEFT(#{scope.division.value}, 6), '%') GROUP BY m.phone_account_id</script>")
    List<Name> names(@Param("scope") Scope scope, @Param("phones") Collection<Long> phones);

    @Select("""
            SELECT DATE_FORMAT(at, '%Y-%m') AS month, township_code, step, COUNT(*) AS wishes FROM wish_step
            WHERE township_code LIKE CONCAT(#{scope.division.value}, '%') AND at >= #{from}
              AND step IN ('PUBLISHED', 'CLAIMED', 'FULFILLED')
            GROUP BY month, township_code, step ORDER BY month, township_code
            """)
    List<MonthCount> months(@Param("scope") Scope scope, @Param("from") LocalDate from);

    record Row(
            long id,
            long childId,
            String townshipCode,
            String alias,
            String ageBand,
            String kind,
            String what,
            String why,
            @Nullable Integer valueCap,
            String state,
            String source,
            @Nullable LocalDateTime familyUntil,
            @Nullable String returnedFor,
            LocalDateTime proposedAt,
            @Nullable Long proposedBy,
            @Nullable Long proposedPhone,
            @Nullable LocalDateTime changedAt,
            @Nullable LocalDate fulfilledOn,
            @Nullable String thanks,
            @Nullable String thanksState,
            int version,
            @Nullable Long claimedBy,
            @Nullable LocalDate arrangeBy,
            @Nullable LocalDate deliverBy,
            @Nullable String way,
            @Nullable Long photoId,
            @Nullable String photoState,
            @Nullable String childName,
            @Nullable String villageCode) {}

    /** What to look for; what is null matches all. */
    record Filter(
            @Nullable String state,
            @Nullable String kind,
            boolean thanks,
            @Nullable String words) {}

    /** In which village the child of a wish lives. */
    record Whereabouts(long wish, String village) {}

    record StateCount(String state, long wishes, long thanks) {}

    record StepRow(
            String step,
            LocalDateTime at,
            @Nullable String reason,
            @Nullable String accountName,
            @Nullable Long phone) {}

    record Name(long phone, @Nullable String name, @Nullable String organisation) {}

    record MonthCount(String month, String townshipCode, String step, long wishes) {}
}

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

/** Needs; each step is one compare-and-set. */
@Mapper
interface NeedMapper {

    String STANDING = """
            CASE WHEN n.state != 'OPEN' THEN n.state WHEN n.met = n.quantity THEN 'MET'
                 WHEN n.docked = n.quantity THEN 'DOCKED' WHEN n.until_on &lt; #{on} THEN 'LATE' ELSE 'OPEN' END
            """;

    String COLUMNS = """
            SELECT n.id, n.child_id, n.township_code, n.difficulty_id, n.visit_id, n.category, n.what, n.purpose,
                   n.quantity, n.measure, n.from_on, n.until_on, n.docked, n.met, n.said_for, n.raised_at, n.version,
            """ + STANDING + " AS standing";

    String NAMED = COLUMNS + ", c.name AS child_name, c.village_code";

    String DESK = " FROM board_need n JOIN child c ON c.id = n.child_id WHERE " + ChildScope.IN_SCOPE;

    String MATCHING = DESK + """
            <if test='filter.state != null'>AND (""" + STANDING + """
             ) = #{filter.state}</if>
            <if test='filter.category != null'>AND n.category = #{filter.category}</if>
            <if test='filter.child != null'>AND n.child_id = #{filter.child}</if>
            <if test='filter.words != null'>
              AND (n.what LIKE CONCAT('%', #{filter.words}, '%') OR n.purpose LIKE CONCAT('%', #{filter.words}, '%'))
            </if>
            """;

    /** For a second person to read, or, with an objection, for its writer to change. */
    @Insert("""
            INSERT INTO board_need (child_id, township_code, difficulty_id, visit_id, category, what, purpose, quantity,
                                    measure, from_on, until_on, state, said_for, raised_by, raised_phone, raised_at)
            VALUES (#{child}, #{township}, #{origin.difficulty}, #{origin.visit}, #{w.category}, #{w.what}, #{w.purpose},
                    #{w.quantity}, #{w.measure}, #{w.fromOn}, #{w.untilOn},
                    CASE WHEN #{objection} IS NULL THEN 'PROPOSED' ELSE 'RETURNED' END, #{objection},
                    #{by.account}, #{by.phone}, #{now})
            """)
    @Options(useGeneratedKeys = true, keyProperty = "key.id")
    void insert(
            @Param("key") NewId key,
            @Param("child") long child,
            @Param("township") String township,
            @Param("origin") Needs.Origin origin,
            @Param("w") Need.Words words,
            @Param("by") Writer by,
            @Param("objection") @Nullable String objection,
            @Param("now") LocalDateTime now);

    /** The need this person has written in these words, and nobody has read yet. */
    @Select("""
            SELECT id FROM board_need
            WHERE child_id = #{child} AND raised_phone = #{by.phone} AND category = #{w.category} AND what = #{w.what}
              AND state IN ('PROPOSED', 'RETURNED')
            ORDER BY id LIMIT 1
            """)
    @Nullable
    Long waiting(@Param("child") long child, @Param("by") Writer by, @Param("w") Need.Words words);

    /** What this person has found missing on a visit, and nobody has read yet. */
    @WithinTie("phone")
    @Select("""
            SELECT id, what, purpose FROM board_need
            WHERE visit_id = #{visit} AND raised_phone = #{phone} AND state = 'PROPOSED'
            """)
    List<Text> unread(@Param("visit") long visit, @Param("phone") long phone);

    /** Whose need it is; the caller proves afterwards that it may be told. */
    @Select("SELECT child_id FROM board_need WHERE id = #{id}")
    @Nullable
    Long childOf(long id);

    @Select("SELECT COUNT(*) FROM visit_child WHERE visit_id = #{visit} AND child_id = #{child}")
    int visited(@Param("visit") long visit, @Param("child") long child);

    /** Before anything is promised; it is read by a second person again. */
    @Update("""
            UPDATE board_need SET category = #{w.category}, what = #{w.what}, purpose = #{w.purpose},
                   quantity = #{w.quantity}, measure = #{w.measure}, from_on = #{w.fromOn}, until_on = #{w.untilOn},
                   state = 'PROPOSED', raised_by = #{by.account}, raised_phone = #{by.phone}, said_for = NULL,
                   version = version + 1
            WHERE id = #{id} AND version = #{version} AND docked = 0 AND state <> 'CANCELLED'
            """)
    int edit(@Param("id") long id, @Param("version") int version, @Param("w") Need.Words words, @Param("by") Writer by);

    /** By another person than wrote it down, whether at the console or on a phone. */
    @Update("""
            UPDATE board_need SET state = 'OPEN', published_by = #{by}, published_at = #{now}, version = version + 1
            WHERE id = #{id} AND state = 'PROPOSED' AND (raised_by IS NULL OR raised_by <> #{by})
              AND NOT EXISTS (SELECT 1 FROM membership m
                              WHERE m.phone_account_id = board_need.raised_phone AND m.account_id = #{by})
            """)
    int publish(@Param("id") long id, @Param("by") long by, @Param("now") LocalDateTime now);

    @Update("""
            UPDATE board_need SET state = 'RETURNED', said_for = #{reason}, version = version + 1
            WHERE id = #{id} AND state = 'PROPOSED'
            """)
    int giveBack(@Param("id") long id, @Param("reason") String reason);

    /** Only while nothing of it is under way. */
    @Update("""
            UPDATE board_need SET state = 'CANCELLED', said_for = #{reason}, version = version + 1
            WHERE id = #{id} AND state <> 'CANCELLED' AND docked = 0
            """)
    int cancel(@Param("id") long id, @Param("reason") String reason);

    /** 1 when as many were still to be had. */
    @Update("""
            UPDATE board_need SET docked = docked + #{quantity}, version = version + 1
            WHERE id = #{id} AND state = 'OPEN' AND docked + #{quantity} <= quantity AND until_on >= #{on}
            """)
    int take(@Param("id") long id, @Param("quantity") int quantity, @Param("on") LocalDate on);

    @Update("UPDATE board_need SET docked = docked - #{quantity}, version = version + 1 WHERE id = #{id}")
    int putBack(@Param("id") long id, @Param("quantity") int quantity);

    @Update("UPDATE board_need SET met = met + #{quantity}, version = version + 1 WHERE id = #{id}")
    int meet(@Param("id") long id, @Param("quantity") int quantity);

    @Select("<script>" + NAMED + DESK + " AND n.id = #{id}</script>")
    @Nullable
    Row find(@Param("scope") Scope scope, @Param("id") long id, @Param("on") LocalDate on);

    /** What is wanted soonest first. */
    @Select("<script>" + NAMED + MATCHING
            + " ORDER BY n.until_on, n.id LIMIT #{paging.size} OFFSET #{paging.offset}</script>")
    List<Row> list(
            @Param("scope") Scope scope,
            @Param("filter") Filter filter,
            @Param("on") LocalDate on,
            @Param("paging") Paging paging);

    @Select("<script>SELECT COUNT(*)" + MATCHING + "</script>")
    long count(@Param("scope") Scope scope, @Param("filter") Filter filter, @Param("on") LocalDate on);

    @Select("<script>SELECT " + STANDING + " AS standing, COUNT(*) AS needs" + DESK + " GROUP BY standing</script>")
    List<StandingCount> standings(@Param("scope") Scope scope, @Param("on") LocalDate on);

    /** Open needs that an offer of this kind for these days and this place could answer. */
    @Select("<script>" + NAMED + DESK + """
             AND n.state = 'OPEN' AND n.category = #{category} AND n.docked &lt; n.quantity AND n.until_on >= #{on}
             AND n.from_on &lt;= #{until} AND n.until_on >= #{from} AND n.township_code LIKE CONCAT(#{place}, '%')
            ORDER BY n.until_on, n.id LIMIT 50</script>
            """)
    List<Row> fitting(
            @Param("scope") Scope scope,
            @Param("category") String category,
            @Param("place") String place,
            @Param("from") LocalDate from,
            @Param("until") LocalDate until,
            @Param("on") LocalDate on);

    /** What strangers may read in these townships. */
    @WithinTie("township")
    @Select("<script>" + COLUMNS + ", NULL AS child_name, NULL AS village_code FROM board_need n" + """
             WHERE n.state = 'OPEN' AND n.docked &lt; n.quantity AND n.until_on >= #{on}
               AND n.township_code IN ('-'<foreach collection='townships' item='township'>, #{township}</foreach>)
            ORDER BY n.until_on, n.id LIMIT 100</script>
            """)
    List<Row> open(@Param("townships") Collection<String> townships, @Param("on") LocalDate on);

    @Update("UPDATE board_need SET township_code = #{into} WHERE township_code = #{from}")
    void move(@Param("from") String from, @Param("into") String into);

    /** What to look for; what is null matches all. */
    record Filter(
            @Nullable String state,
            @Nullable String category,
            @Nullable Long child,
            @Nullable String words) {}

    /** What strangers would read. */
    record Text(long id, String what, @Nullable String purpose) {}

    record StandingCount(String standing, long needs) {}

    record Row(
            long id,
            long childId,
            String townshipCode,
            @Nullable Long difficultyId,
            @Nullable Long visitId,
            String category,
            String what,
            @Nullable String purpose,
            int quantity,
            String measure,
            LocalDate fromOn,
            LocalDate untilOn,
            int docked,
            int met,
            @Nullable String saidFor,
            LocalDateTime raisedAt,
            int version,
            String standing,
            @Nullable String childName,
            @Nullable String villageCode) {}
}

package org.tongxing.activity;

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
import org.tongxing.persistence.NewId;
import org.tongxing.persistence.Paging;
import org.tongxing.persistence.WithinTie;

/** Activities; nothing in them is about a person. */
@Mapper
interface ActivityMapper {

    /** Activities of the place, of what is below it, and of what reaches it from above. */
    String IN_SCOPE = """
            (a.division_code LIKE CONCAT(#{scope.division.value}, '%')
              OR #{scope.division.value} LIKE CONCAT(a.division_code, '%'))
            <if test='scope.unitId != null or scope.childIds != null'>AND 1 = 0</if>
            """;

    String STANDING = "CASE WHEN a.state = 'OPEN' AND a.ends_at &lt; #{now} THEN 'OVER' ELSE a.state END";

    String ROWS = "SELECT a.id, a.division_code, a.kind, a.title, a.banner, a.about, a.place, a.starts_at, a.ends_at,"
            + " a.capacity, a.taken, a.responsible, a.safety_plan, a.said_for, a.version, " + STANDING + """
             AS standing,
              (SELECT COUNT(*) FROM activity_sign_up w WHERE w.activity_id = a.id AND w.state = 'WAITING') AS waiting,
              (SELECT COUNT(*) FROM activity_helper h WHERE h.activity_id = a.id AND h.state = 'OFFERED') AS offers
            FROM activity a
            """;

    String MATCHING = " WHERE " + IN_SCOPE + """
            <if test='state != null'>AND (""" + STANDING + """
             ) = #{state}</if>
            <if test='kind != null'>AND a.kind = #{kind}</if>
            <if test='words != null'>AND (a.title LIKE CONCAT('%', #{words}, '%') OR a.place LIKE CONCAT('%', #{words}, '%'))</if>
            """;

    @Insert("""
            INSERT INTO activity (division_code, kind, title, banner, about, place, starts_at, ends_at, capacity,
                                  responsible, safety_plan, state, proposed_by, proposed_at)
            VALUES (#{division}, #{w.kind}, #{w.title}, #{w.banner}, #{w.about}, #{w.place}, #{w.startsAt}, #{w.endsAt},
                    #{w.capacity}, #{w.responsible}, #{w.safetyPlan}, 'PROPOSED', #{by}, #{now})
            """)
    @Options(useGeneratedKeys = true, keyProperty = "key.id")
    void insert(
            @Param("key") NewId key,
            @Param("division") String division,
            @Param("w") Activity.Words words,
            @Param("by") long by,
            @Param("now") LocalDateTime now);

    @Select("SELECT starts_at FROM activity WHERE id = #{id} AND state = 'CANCELLED'")
    @Nullable
    LocalDateTime cancelledStart(long id);

    /** Read by a second person again; never fewer places than are taken. */
    @Update("""
            UPDATE activity SET kind = #{w.kind}, title = #{w.title}, banner = #{w.banner}, about = #{w.about},
                   place = #{w.place}, starts_at = #{w.startsAt}, ends_at = #{w.endsAt}, capacity = #{w.capacity},
                   responsible = #{w.responsible}, safety_plan = #{w.safetyPlan}, state = 'PROPOSED',
                   proposed_by = #{by}, said_for = NULL, version = version + 1
            WHERE id = #{id} AND version = #{version} AND state IN ('PROPOSED', 'RETURNED') AND taken <= #{w.capacity}
            """)
    int edit(
            @Param("id") long id,
            @Param("version") int version,
            @Param("w") Activity.Words words,
            @Param("by") long by);

    @Update("""
            UPDATE activity SET state = 'OPEN', published_by = #{by}, published_at = #{now}, version = version + 1
            WHERE id = #{id} AND state = 'PROPOSED' AND proposed_by <> #{by}
            """)
    int publish(@Param("id") long id, @Param("by") long by, @Param("now") LocalDateTime now);

    @Update("""
            UPDATE activity SET state = #{state}, said_for = #{reason}, version = version + 1
            WHERE id = #{id} AND state NOT IN ('CANCELLED', #{state}) AND (#{state} = 'CANCELLED' OR state = 'PROPOSED')
            """)
    int end(@Param("id") long id, @Param("state") String state, @Param("reason") String reason);

    /** 1 when a place was free; locks the activity either way for whoever waits instead. */
    @Update("""
            UPDATE activity SET taken = taken + 1 WHERE id = #{id} AND state = 'OPEN' AND taken < capacity
              AND ends_at > #{now}
            """)
    int take(@Param("id") long id, @Param("now") LocalDateTime now);

    @Update("UPDATE activity SET taken = taken - 1 WHERE id = #{id}")
    int free(@Param("id") long id);

    @Select("SELECT id FROM activity WHERE id = #{id} FOR UPDATE")
    @Nullable
    Long lock(long id);

    @Select("<script>" + ROWS + " WHERE a.id = #{id} AND " + IN_SCOPE + "</script>")
    @Nullable
    Row find(@Param("scope") Scope scope, @Param("id") long id, @Param("now") LocalDateTime now);

    /** What comes next first, then what is over, the latest first. */
    @Select("<script>" + ROWS + MATCHING + """
             ORDER BY a.ends_at &lt; #{now}, ABS(TIMESTAMPDIFF(MINUTE, a.starts_at, #{now})), a.id
            LIMIT #{paging.size} OFFSET #{paging.offset}</script>
            """)
    List<Row> list(
            @Param("scope") Scope scope,
            @Param("state") @Nullable String state,
            @Param("kind") @Nullable String kind,
            @Param("words") @Nullable String words,
            @Param("now") LocalDateTime now,
            @Param("paging") Paging paging);

    @Select("<script>SELECT COUNT(*) FROM activity a" + MATCHING + "</script>")
    long count(
            @Param("scope") Scope scope,
            @Param("state") @Nullable String state,
            @Param("kind") @Nullable String kind,
            @Param("words") @Nullable String words,
            @Param("now") LocalDateTime now);

    /** How many of a kind were held since a day, and how often a child was there. */
    @Select("<script>" + """
            SELECT a.kind, COUNT(DISTINCT a.id) AS held, COUNT(s.id) AS children
            FROM activity a LEFT JOIN activity_sign_up s ON s.activity_id = a.id AND s.present
            WHERE a.state = 'OPEN' AND a.starts_at >= #{since} AND a.ends_at &lt;= #{now} AND
            """ + IN_SCOPE + " GROUP BY a.kind</script>")
    List<Held> held(@Param("scope") Scope scope, @Param("since") LocalDateTime since, @Param("now") LocalDateTime now);

    /** What people of these villages and townships may read, and helpers in whole townships. */
    @WithinTie("place")
    @Select("<script>" + ROWS + """
             WHERE a.state IN ('OPEN', 'CANCELLED') AND a.published_at IS NOT NULL AND a.ends_at > #{since}
               AND (a.division_code IN ('-'<foreach collection='places' item='place'>, #{place}</foreach>)
                 OR LEFT(a.division_code, 9) IN ('-'<foreach collection='helping' item='place'>, #{place}</foreach>))
            ORDER BY a.starts_at, a.id LIMIT 60</script>
            """)
    List<Row> open(
            @Param("places") Collection<String> places,
            @Param("helping") Collection<String> helping,
            @Param("since") LocalDateTime since,
            @Param("now") LocalDateTime now);

    @Update("UPDATE activity SET division_code = #{into} WHERE division_code = #{from}")
    void move(@Param("from") String from, @Param("into") String into);

    record Held(String kind, long held, long children) {}

    record Row(
            long id,
            String divisionCode,
            String kind,
            String title,
            @Nullable String banner,
            String about,
            String place,
            LocalDateTime startsAt,
            LocalDateTime endsAt,
            int capacity,
            int taken,
            String responsible,
            String safetyPlan,
            @Nullable String saidFor,
            int version,
            String standing,
            int waiting,
            int offers) {}
}

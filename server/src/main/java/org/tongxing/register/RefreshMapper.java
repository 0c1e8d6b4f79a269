package org.tongxing.register;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import lombok.Getter;
import lombok.RequiredArgsConstructor;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.Scope;

@Mapper
interface RefreshMapper {

    /**
     * The villages of a place in some townships, with what was said of them by the end of a day, and how their children stood on the due day
     * and on that day.
     */
    @Select("""
            <script>
            SELECT d.code, d.name, r.id AS said_id, r.outcome, r.note, r.said_by, r.said_by_name, r.said_at,
                   COALESCE(a.eligible, 0) AS eligible_due,
                   COALESCE(a.eligible - a.by_family - a.by_area_duty, 0) AS uncovered_due,
                   COALESCE(a.reason_counts, '{}') AS reasons_due,
                   COALESCE(b.eligible, 0) AS eligible_now,
                   COALESCE(b.eligible - b.by_family - b.by_area_duty, 0) AS uncovered_now
            FROM division d
            LEFT JOIN register_refresh r ON r.village_code = d.code AND r.of_year = #{year} AND r.said_at &lt; #{until}
              AND (r.withdrawn_at IS NULL OR r.withdrawn_at &gt;= #{until})
            LEFT JOIN coverage_cell a ON a.village_code = d.code AND a.category = '*'
              AND a.starts_on &lt;= #{due} AND a.ends_on &gt; #{due}
            LEFT JOIN coverage_cell b ON b.village_code = d.code AND b.category = '*'
              AND b.starts_on &lt;= #{on} AND b.ends_on &gt; #{on}
            WHERE d.parent_code IN
            <foreach collection='townships' item='township' open='(' separator=',' close=')'>#{township}</foreach>
              AND d.code LIKE CONCAT(#{scope.division.value}, '%')
              AND d.starts_on &lt;= #{due} AND (d.ends_on IS NULL OR d.ends_on &gt; #{due})
            ORDER BY d.code
            </script>
            """)
    List<VillageRow> villages(
            @Param("scope") Scope scope,
            @Param("townships") Collection<String> townships,
            @Param("year") int year,
            @Param("due") LocalDate due,
            @Param("on") LocalDate on,
            @Param("until") LocalDateTime until);

    /** Since when the townships below a place have children on file: no deadline before that was theirs to keep here. */
    @Select("""
            SELECT SUBSTRING(village_code, 1, 9) AS township, MIN(registered_on) AS first_on FROM child
            WHERE village_code LIKE CONCAT(#{scope.division.value}, '%') GROUP BY SUBSTRING(village_code, 1, 9)
            """)
    List<FirstRow> first(@Param("scope") Scope scope);

    @Select("""
            SELECT COALESCE(SUM(eligible), 0) FROM coverage_cell
            WHERE village_code = #{village} AND category = '*' AND starts_on <= #{on} AND ends_on > #{on}
            """)
    int eligible(@Param("village") String village, @Param("on") LocalDate on);

    @Insert("""
            INSERT INTO register_refresh (village_code, of_year, outcome, note, children, said_by, said_by_name, said_as,
                                          said_at)
            VALUES (#{village}, #{year}, #{outcome}, #{note}, #{children}, #{by.accountId}, #{by.displayName}, #{by.role},
                    #{at})
            """)
    @Options(useGeneratedKeys = true, keyProperty = "id")
    void insert(Saying saying);

    @Select("""
            SELECT id, village_code, of_year, said_by FROM register_refresh
            WHERE id = #{id} AND withdrawn_at IS NULL AND village_code LIKE CONCAT(#{scope.division.value}, '%')
            FOR UPDATE
            """)
    @Nullable
    SaidRow lock(@Param("scope") Scope scope, @Param("id") long id);

    @Update("""
            UPDATE register_refresh SET withdrawn_by = #{by.accountId}, withdrawn_by_name = #{by.displayName},
                   withdrawn_at = #{at}
            WHERE id = #{id}
            """)
    void withdraw(@Param("id") long id, @Param("by") Caller by, @Param("at") LocalDateTime at);

    /** What somebody says of a village; receives the generated id. */
    @Getter
    @RequiredArgsConstructor
    class Saying {
        private long id;
        private final String village;
        private final int year;
        private final Refreshes.Outcome outcome;
        private final @Nullable String note;
        private final int children;
        private final Caller by;
        private final LocalDateTime at;
    }

    record SaidRow(long id, String villageCode, int ofYear, long saidBy) {}

    record FirstRow(String township, LocalDate firstOn) {}

    record VillageRow(
            String code,
            String name,
            @Nullable Long saidId,
            Refreshes.@Nullable Outcome outcome,
            @Nullable String note,
            @Nullable Long saidBy,
            @Nullable String saidByName,
            @Nullable LocalDateTime saidAt,
            int eligibleDue,
            int uncoveredDue,
            String reasonsDue,
            int eligibleNow,
            int uncoveredNow) {}
}

package org.tongxing.register;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import lombok.Getter;
import lombok.RequiredArgsConstructor;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.Scope;

/** Submitted results are inserted and read; there is no statement that changes or deletes one. */
@Mapper
interface QuarterMapper {

    String HEAD = """
            SELECT id, division_code, of_year, of_quarter, version, reason, clause, due_on, on_day, remark, content_sm3,
                   submitted_by_name, submitted_at
            FROM register_quarter
            """;

    @Insert("""
            INSERT INTO register_quarter (division_code, of_year, of_quarter, version, replaces, reason, clause, due_on, on_day,
                                          remark, figures, figures_sha256, content, content_sha256, content_sm3,
                                          submitted_by, submitted_by_name, submitted_at)
            VALUES (#{division}, #{quarter.year}, #{quarter.number}, #{version}, #{replaces}, #{reason}, #{clause}, #{due},
                    #{on}, #{remark}, #{figures}, SHA2(#{figures}, 256), #{content}, #{contentSha256}, #{contentSm3},
                    #{by.accountId}, #{by.displayName}, #{at})
            """)
    @Options(useGeneratedKeys = true, keyProperty = "id")
    void insert(NewReport report);

    @Select(HEAD + """
             WHERE division_code LIKE CONCAT(#{scope.division.value}, '%') AND of_year = #{year} AND submitted_at < #{until}
            ORDER BY division_code, of_quarter, version
            """)
    List<HeadRow> ofYear(@Param("scope") Scope scope, @Param("year") int year, @Param("until") LocalDateTime until);

    @Select(HEAD + " WHERE id = #{id} AND division_code LIKE CONCAT(#{scope.division.value}, '%')")
    @Nullable
    HeadRow find(@Param("scope") Scope scope, @Param("id") long id);

    /** The versions of a quarter, the last first. */
    @Select(HEAD + """
             WHERE division_code = #{division} AND of_year = #{quarter.year} AND of_quarter = #{quarter.number}
            ORDER BY version DESC
            """)
    List<HeadRow> versions(@Param("division") String division, @Param("quarter") Quarter quarter);

    @Select("SELECT figures FROM register_quarter WHERE id = #{id}")
    String figures(long id);

    @Select("SELECT content FROM register_quarter WHERE id = #{id}")
    Content content(long id);

    /** Pairings of a place that began, or ended, on the days {@code [from, until)}. */
    @Select("""
            SELECT COALESCE(SUM(p.starts_on >= #{from} AND p.starts_on < #{until}), 0) AS begun,
                   COALESCE(SUM(p.ends_on >= #{from} AND p.ends_on < #{until}), 0) AS ended
            FROM pairing p JOIN child c ON c.id = p.child_id
            WHERE c.village_code LIKE CONCAT(#{scope.division.value}, '%') AND p.kind = 'FAMILY' AND p.status IN ('ACTIVE', 'ENDED')
            """)
    PairingRow pairings(@Param("scope") Scope scope, @Param("from") LocalDate from, @Param("until") LocalDate until);

    @Select("""
            SELECT COUNT(DISTINCT vc.visit_id) AS visits, COUNT(DISTINCT c.id) AS visited
            FROM child c JOIN visit_child vc ON vc.child_id = c.id
            WHERE c.village_code LIKE CONCAT(#{scope.division.value}, '%')
              AND vc.met_by = 'CADRE_FAMILY' AND vc.visited_on >= #{from} AND vc.visited_on < #{until}
            """)
    VisitedRow visits(@Param("scope") Scope scope, @Param("from") LocalDate from, @Param("until") LocalDate until);

    @Select("SELECT MIN(registered_on) FROM child WHERE village_code LIKE CONCAT(#{division}, '%')")
    @Nullable
    LocalDate first(String division);

    /** A result on its way into the table; receives the generated id. */
    @Getter
    @RequiredArgsConstructor
    class NewReport {
        private long id;
        private final String division;
        private final Quarter quarter;
        private final int version;
        private final @Nullable Integer replaces;
        private final @Nullable String reason;
        private final String clause;
        private final LocalDate due;
        private final LocalDate on;
        private final @Nullable String remark;
        private final String figures;
        private final byte[] content;
        private final String contentSha256;
        private final String contentSm3;
        private final Caller by;
        private final LocalDateTime at;
    }

    record HeadRow(
            long id,
            String divisionCode,
            int ofYear,
            int ofQuarter,
            int version,
            @Nullable String reason,
            String clause,
            LocalDate dueOn,
            LocalDate onDay,
            @Nullable String remark,
            String contentSm3,
            String submittedByName,
            LocalDateTime submittedAt) {

        Quarter quarter() {
            return new Quarter(this.ofYear, this.ofQuarter);
        }
    }

    record Content(byte[] content) {}

    record PairingRow(int begun, int ended) {}

    record VisitedRow(int visits, int visited) {}
}

package org.tongxing.visit;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import lombok.Getter;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.Scope;
import org.tongxing.persistence.WithinTie;

@Mapper
interface SetAsideMapper {

    @Select("""
            SELECT id FROM visit_set_aside
            WHERE phone_account_id = #{account} AND idempotency_key = #{key} AND content_digest = #{digest}
            """)
    @Nullable
    Long find(VisitWriter.Letter letter);

    @Insert("""
            INSERT INTO visit_set_aside (phone_account_id, idempotency_key, content_digest, cause, content_sealed,
                                         visited_on, actor, family_id, by_name, division_code, visit_id, state, received_at)
            VALUES (#{letter.account}, #{letter.key}, #{letter.digest}, #{cause}, #{contentSealed}, #{visitedOn},
                    #{actor}, #{familyId}, #{byName}, #{division}, #{visitId}, 'WAITING', #{receivedAt})
            """)
    @Options(useGeneratedKeys = true, keyProperty = "id")
    void insert(NewSetAside setAside);

    @Insert("""
            <script>
            INSERT INTO visit_set_aside_child (set_aside_id, child_id) VALUES
            <foreach collection='children' item='child' separator=','>(#{id}, #{child})</foreach>
            </script>
            """)
    void addChildren(@Param("id") long id, @Param("children") List<Long> children);

    /** With the children it is about in one column: a letter and whom it tells of belong together. */
    String LETTER = """
            SELECT s.*, (SELECT GROUP_CONCAT(a.child_id ORDER BY a.child_id) FROM visit_set_aside_child a
                         WHERE a.set_aside_id = s.id) AS about
            FROM visit_set_aside s
            """;

    @WithinTie("account")
    @Select(LETTER + " WHERE s.phone_account_id = #{account} ORDER BY s.id DESC LIMIT 100")
    List<SetAsideRow> of(long account);

    @Select("SELECT COUNT(*) FROM visit_set_aside WHERE phone_account_id = #{account} AND state = 'WAITING'")
    int waitingOf(long account);

    @Select(LETTER + """
            WHERE s.state = #{state} AND s.division_code LIKE CONCAT(#{scope.division.value}, '%')
            ORDER BY s.id LIMIT 200
            """)
    List<SetAsideRow> in(@Param("scope") Scope scope, @Param("state") String state);

    @Select(LETTER + """
            WHERE s.id = #{id} AND s.division_code LIKE CONCAT(#{scope.division.value}, '%') FOR UPDATE
            """)
    @Nullable
    SetAsideRow lock(@Param("scope") Scope scope, @Param("id") long id);

    @Update("""
            UPDATE visit_set_aside SET state = #{state}, visit_id = #{visit}, decision = #{decision},
                   decided_by = #{by}, decided_at = #{at}
            WHERE id = #{id} AND state = 'WAITING'
            """)
    int decide(
            @Param("id") long id,
            @Param("state") String state,
            @Param("visit") @Nullable Long visit,
            @Param("decision") @Nullable String decision,
            @Param("by") long by,
            @Param("at") LocalDateTime at);

    @Update("UPDATE visit_set_aside SET division_code = #{into} WHERE division_code = #{from}")
    void move(@Param("from") String from, @Param("into") String into);

    record SetAsideRow(
            long id,
            long phoneAccountId,
            String idempotencyKey,
            String contentDigest,
            String cause,
            String contentSealed,
            LocalDate visitedOn,
            String actor,
            @Nullable Long familyId,
            String byName,
            String divisionCode,
            @Nullable Long visitId,
            String state,
            @Nullable String decision,
            LocalDateTime receivedAt,
            @Nullable String about) {

        List<Long> children() {
            return this.about == null
                    ? List.of()
                    : Arrays.stream(this.about.split(",")).map(Long::valueOf).toList();
        }
    }

    /** Something on its way into the inbox; receives the generated id. */
    @Getter
    class NewSetAside {
        private long id;
        private final VisitWriter.Letter letter;
        private final String cause;
        private final String contentSealed;
        private final LocalDate visitedOn;
        private final String actor;
        private final @Nullable Long familyId;
        private final String byName;
        private final String division;
        private final @Nullable Long visitId;
        private final LocalDateTime receivedAt;

        NewSetAside(
                VisitWriter.Letter letter,
                String cause,
                String contentSealed,
                LocalDate visitedOn,
                Nearness.Standing standing,
                String division,
                @Nullable Long visitId,
                LocalDateTime receivedAt) {
            this.letter = letter;
            this.cause = cause;
            this.contentSealed = contentSealed;
            this.visitedOn = visitedOn;
            this.actor = standing.as().name();
            this.familyId = standing.family() == null ? null : standing.family().value();
            this.byName = standing.name();
            this.division = division;
            this.visitId = visitId;
            this.receivedAt = receivedAt;
        }
    }
}

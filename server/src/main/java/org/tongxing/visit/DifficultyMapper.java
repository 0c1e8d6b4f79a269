package org.tongxing.visit;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
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
import org.tongxing.persistence.ChildScope;
import org.tongxing.persistence.Paging;

@Mapper
interface DifficultyMapper {

    String IN_SCOPE = """
            EXISTS (SELECT 1 FROM difficulty_child dc JOIN child c ON c.id = dc.child_id
              WHERE dc.difficulty_id = d.id AND
            """ + ChildScope.IN_SCOPE + ")\n";
    String MATCHING = " FROM difficulty d WHERE " + IN_SCOPE + """
            <if test='q.solved != null and q.solved'>AND d.solved_on IS NOT NULL</if>
            <if test='q.solved != null and !q.solved'>AND d.solved_on IS NULL</if>
            <if test='q.kind != null'>AND d.kind = #{q.kind}</if>
            <if test='q.visit != null'>AND d.visit_id = #{q.visit}</if>
            <if test='q.child != null'>
              AND EXISTS (SELECT 1 FROM difficulty_child qc WHERE qc.difficulty_id = d.id AND qc.child_id = #{q.child})
            </if>
            <if test='q.unsorted'>AND d.kind IS NULL</if>
            <if test='q.overdueOn != null'>AND d.solved_on IS NULL AND d.until_on &lt; #{q.overdueOn}</if>
            """;

    @Insert("""
            INSERT INTO difficulty (visit_id, kind, words_sealed, found_on, who, until_on, opened_by_phone, opened_by,
                                    opened_by_name, opened_at)
            VALUES (#{visitId}, #{kind}, #{wordsSealed}, #{foundOn}, #{who}, #{until}, #{opener.phone},
                    #{opener.account}, #{opener.name}, #{openedAt})
            """)
    @Options(useGeneratedKeys = true, keyProperty = "id")
    void insert(NewDifficulty difficulty);

    @Insert("""
            <script>
            INSERT INTO difficulty_child (difficulty_id, child_id) VALUES
            <foreach collection='children' item='child' separator=','>(#{id}, #{child})</foreach>
            </script>
            """)
    void addChildren(@Param("id") long id, @Param("children") List<Long> children);

    @Select("<script>SELECT d.*" + MATCHING + """
            ORDER BY d.solved_on IS NOT NULL, d.until_on IS NULL, d.until_on, d.id DESC
            LIMIT #{paging.size} OFFSET #{paging.offset}
            </script>
            """)
    List<DifficultyRow> list(
            @Param("scope") Scope scope, @Param("q") Difficulties.Question question, @Param("paging") Paging paging);

    @Select("<script>SELECT COUNT(*)" + MATCHING + "</script>")
    long count(@Param("scope") Scope scope, @Param("q") Difficulties.Question question);

    @Select("<script>SELECT d.* FROM difficulty d WHERE d.id = #{id} AND " + IN_SCOPE + " FOR UPDATE</script>")
    @Nullable
    DifficultyRow lock(@Param("scope") Scope scope, @Param("id") long id);

    @Update("""
            UPDATE difficulty SET kind = #{a.kind}, service = #{a.service}, plan_sealed = #{plan}, who = #{a.who},
                   until_on = #{a.until}, version = version + 1
            WHERE id = #{id} AND version = #{a.version}
            """)
    int assign(
            @Param("id") long id, @Param("a") Difficulties.Assignment assignment, @Param("plan") @Nullable String plan);

    @Update("""
            UPDATE difficulty SET solved_on = #{on}, effect_sealed = #{effect}, version = version + 1
            WHERE id = #{id} AND solved_on IS NULL
            """)
    int solve(@Param("id") long id, @Param("on") LocalDate on, @Param("effect") String effect);

    @Update("""
            UPDATE difficulty SET solved_on = NULL, effect_sealed = NULL, version = version + 1
            WHERE id = #{id} AND solved_on IS NOT NULL
            """)
    int reopen(long id);

    @Insert("""
            INSERT INTO difficulty_step (difficulty_id, did_on, words_sealed, by_name, by_phone, by_account, at)
            VALUES (#{difficulty}, #{on}, #{words}, #{by.name}, #{by.phone}, #{by.account}, #{at})
            """)
    void addStep(
            @Param("difficulty") long difficulty,
            @Param("on") LocalDate on,
            @Param("words") String words,
            @Param("by") Difficulties.Author by,
            @Param("at") LocalDateTime at);

    @Select("<script>SELECT s.difficulty_id, s.did_on, s.words_sealed, s.by_name FROM difficulty_step s"
            + " JOIN difficulty d ON d.id = s.difficulty_id WHERE d.id IN " + ReadMapper.IDS + " AND " + IN_SCOPE
            + " ORDER BY s.id</script>")
    List<StepRow> steps(@Param("scope") Scope scope, @Param("ids") Collection<Long> ids);

    /** Of the children of difficulties those within the scope. */
    @Select("<script>SELECT a.difficulty_id, a.child_id FROM difficulty_child a JOIN child c ON c.id = a.child_id"
            + " WHERE a.difficulty_id IN " + ReadMapper.IDS + " AND " + ChildScope.IN_SCOPE
            + " ORDER BY a.child_id</script>")
    List<AboutChild> children(@Param("scope") Scope scope, @Param("ids") Collection<Long> ids);

    /** Whom a difficulty is about; whether the phone visits one of them is asked next. */
    @Select("SELECT child_id FROM difficulty_child WHERE difficulty_id = #{id} ORDER BY child_id")
    List<Long> about(long id);

    record AboutChild(long difficultyId, long childId) {}

    record StepRow(long difficultyId, LocalDate didOn, String wordsSealed, String byName) {}

    record DifficultyRow(
            long id,
            @Nullable Long visitId,
            @Nullable String kind,
            String wordsSealed,
            LocalDate foundOn,
            @Nullable String service,
            @Nullable String planSealed,
            @Nullable String who,
            @Nullable LocalDate untilOn,
            @Nullable LocalDate solvedOn,
            @Nullable String effectSealed,
            String openedByName,
            int version) {}

    /** A difficulty on its way into the table; receives the generated id. */
    @Getter
    class NewDifficulty {
        private long id;
        private final @Nullable Long visitId;
        private final @Nullable String kind;
        private final String wordsSealed;
        private final LocalDate foundOn;
        private final @Nullable String who;
        private final @Nullable LocalDate until;
        private final Difficulties.Author opener;
        private final LocalDateTime openedAt;

        NewDifficulty(
                @Nullable Long visitId,
                Difficulties.Found found,
                String wordsSealed,
                LocalDate foundOn,
                Difficulties.Author opener,
                LocalDateTime openedAt) {
            this.visitId = visitId;
            this.kind = Report.name(found.kind());
            this.wordsSealed = wordsSealed;
            this.foundOn = foundOn;
            this.who = found.who();
            this.until = found.until();
            this.opener = opener;
            this.openedAt = openedAt;
        }
    }
}

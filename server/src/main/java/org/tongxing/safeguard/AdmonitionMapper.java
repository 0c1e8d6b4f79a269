package org.tongxing.safeguard;

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
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.Scope;

@Mapper
interface AdmonitionMapper {

    String IN_SCOPE = """
            EXISTS (SELECT 1 FROM admonition_child ac JOIN child c ON c.id = ac.child_id
              WHERE ac.admonition_id = a.id AND c.village_code LIKE CONCAT(#{scope.division.value}, '%'))
            """;

    @Insert("""
            INSERT IGNORE INTO admonition (visit_id, neglect_by, opened_at) VALUES (#{visit}, #{by}, #{openedAt})
            """)
    @Options(useGeneratedKeys = true, keyProperty = "id")
    int insert(NewAdmonition admonition);

    @Insert("""
            <script>
            INSERT INTO admonition_child (admonition_id, child_id) VALUES
            <foreach collection='children' item='child' separator=','>(#{id}, #{child})</foreach>
            </script>
            """)
    void addChildren(@Param("id") long id, @Param("children") List<Long> children);

    @Select("<script>SELECT a.* FROM admonition a WHERE " + IN_SCOPE + """
            <if test='open'>AND a.done_on IS NULL</if>
            ORDER BY a.done_on IS NOT NULL, a.done_on DESC, a.id LIMIT 200
            </script>
            """)
    List<AdmonitionRow> list(@Param("scope") Scope scope, @Param("open") boolean open);

    @Select("SELECT COUNT(*) FROM admonition a WHERE a.id = #{id} AND " + IN_SCOPE)
    int inScope(@Param("scope") Scope scope, @Param("id") long id);

    @Update("""
            UPDATE admonition SET done_on = #{on}, words_sealed = #{words}, done_by = #{by.accountId},
                   done_by_name = #{by.displayName}
            WHERE id = #{id} AND done_on IS NULL
            """)
    int done(@Param("id") long id, @Param("on") LocalDate on, @Param("words") String words, @Param("by") Caller by);

    @Select("""
            <script>
            SELECT a.admonition_id, a.child_id FROM admonition_child a JOIN child c ON c.id = a.child_id
            WHERE c.village_code LIKE CONCAT(#{scope.division.value}, '%') AND a.admonition_id IN
            <foreach collection='ids' item='id' open='(' separator=',' close=')'>#{id}</foreach> ORDER BY a.child_id
            </script>
            """)
    List<AboutChild> children(@Param("scope") Scope scope, @Param("ids") Collection<Long> ids);

    record AboutChild(long admonitionId, long childId) {}

    record AdmonitionRow(
            long id,
            long visitId,
            String neglectBy,
            LocalDateTime openedAt,
            @Nullable LocalDate doneOn,
            @Nullable String doneByName,
            @Nullable String wordsSealed) {}

    /** An admonition on its way into the table; receives the generated id. */
    @Getter
    class NewAdmonition {
        private long id;
        private final long visit;
        private final String by;
        private final LocalDateTime openedAt;

        NewAdmonition(long visit, String by, LocalDateTime openedAt) {
            this.visit = visit;
            this.by = by;
            this.openedAt = openedAt;
        }
    }
}

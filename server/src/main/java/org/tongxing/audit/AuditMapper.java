package org.tongxing.audit;

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
import org.tongxing.persistence.Paging;

@Mapper
interface AuditMapper {

    String MATCHING = """
            FROM audit_entry e
            WHERE e.division_code LIKE CONCAT(#{division}, '%')
            <if test='q.accountId != null'>AND e.account_id = #{q.accountId}</if>
            <if test='q.deed != null'>AND e.action = #{q.deed}</if>
            <if test='q.from != null'>AND e.at &gt;= #{q.from}</if>
            <if test='q.until != null'>AND e.at &lt; #{q.until}</if>
            <if test='q.childId != null'>
              AND EXISTS (SELECT 1 FROM audit_child c WHERE c.entry_id = e.id AND c.child_id = #{q.childId})
            </if>
            """;

    @Insert("""
            INSERT INTO audit_entry (chain, position, at, account_id, role, division_code, action, subject, purpose, previous, hash)
            VALUES (#{row.chain}, #{row.position}, #{row.at}, #{row.accountId}, #{row.role}, #{row.division},
                    #{row.action}, #{row.subject}, #{row.purpose}, #{row.previous}, #{hash})
            """)
    @Options(useGeneratedKeys = true, keyProperty = "id")
    void insert(NewEntry entry);

    /** Pairs of an entry and a child, such as {@code [[1, 7], [1, 8]]}: however many there are, one parameter is bound. */
    @Insert("""
            INSERT INTO audit_child (entry_id, child_id)
            SELECT pair.entry_id, pair.child_id
            FROM JSON_TABLE(#{pairs}, '$[*]' COLUMNS (entry_id BIGINT PATH '$[0]', child_id BIGINT PATH '$[1]')) pair
            """)
    void insertChildren(String pairs);

    @Select("""
            SELECT COUNT(DISTINCT c.child_id)
            FROM audit_entry e JOIN audit_child c ON c.entry_id = e.id
            WHERE e.account_id = #{account} AND e.at >= #{from} AND e.at < #{until}
              AND e.action IN ('READ', 'UNMASKED')
            """)
    int reads(@Param("account") long account, @Param("from") LocalDateTime from, @Param("until") LocalDateTime until);

    @Select("""
            <script>
            SELECT e.id, e.at, e.account_id, e.role, e.division_code, e.action, e.subject, e.purpose
            """ + MATCHING + """
            ORDER BY e.at DESC, e.id DESC LIMIT #{paging.size} OFFSET #{paging.offset}
            </script>
            """)
    List<AuditTrail.Entry> search(
            @Param("division") String division,
            @Param("q") AuditTrail.Question question,
            @Param("paging") Paging paging);

    @Select("<script>SELECT COUNT(*) " + MATCHING + "</script>")
    long count(@Param("division") String division, @Param("q") AuditTrail.Question question);

    @Select("""
            <script>
            SELECT entry_id, child_id FROM audit_child WHERE entry_id IN
            <foreach collection='entries' item='entry' open='(' separator=',' close=')'>#{entry}</foreach>
            ORDER BY entry_id, child_id
            </script>
            """)
    List<AboutChild> children(@Param("entries") List<Long> entries);

    @Select("""
            SELECT e.id, e.at, e.account_id, e.role, e.division_code, e.action, e.subject, e.purpose
            FROM audit_child c JOIN audit_entry e ON e.id = c.entry_id
            WHERE c.child_id = #{child} AND e.action <> 'LISTED'
            ORDER BY e.at DESC, e.id DESC LIMIT #{paging.size} OFFSET #{paging.offset}
            """)
    List<AuditTrail.Entry> ofChild(@Param("child") long child, @Param("paging") Paging paging);

    @Select("""
            SELECT COUNT(*) FROM audit_child c JOIN audit_entry e ON e.id = c.entry_id
            WHERE c.child_id = #{child} AND e.action <> 'LISTED'
            """)
    long countOfChild(long child);

    @Select("""
            SELECT COUNT(*) FROM audit_child c JOIN audit_entry e ON e.id = c.entry_id
            WHERE c.child_id = #{child} AND e.action = 'LISTED'
            """)
    long listsWith(long child);

    @Select("SELECT DISTINCT chain FROM audit_entry ORDER BY chain")
    List<String> chains();

    @Select("""
            SELECT id, chain, position, at, account_id, role, division_code AS division, action, subject, purpose,
                   previous, hash
            FROM audit_entry WHERE chain = #{chain} AND position > #{after} ORDER BY position LIMIT #{size}
            """)
    List<Link> links(@Param("chain") String chain, @Param("after") long after, @Param("size") int size);

    record AboutChild(long entryId, long childId) {}

    record Link(
            long id,
            String chain,
            long position,
            LocalDateTime at,
            @Nullable Long accountId,
            @Nullable String role,
            String division,
            String action,
            @Nullable String subject,
            @Nullable String purpose,
            String previous,
            String hash) {}

    /** An entry with its hash; receives the generated key. */
    @Getter
    @RequiredArgsConstructor
    class NewEntry {
        private long id;
        private final AuditLog.AuditRow row;
        private final String hash;
    }
}

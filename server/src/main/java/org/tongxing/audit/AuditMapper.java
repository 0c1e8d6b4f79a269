package org.tongxing.audit;

import java.time.LocalDateTime;
import java.util.List;
import lombok.Getter;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

@Mapper
interface AuditMapper {

    @Insert("""
            INSERT INTO audit_entry (chain, position, at, account_id, role, action, subject, purpose, previous, hash)
            VALUES (#{row.chain}, #{row.position}, #{row.at}, #{row.accountId}, #{row.role}, #{row.action},
                    #{row.subject}, #{row.purpose}, #{row.previous}, #{hash})
            """)
    @Options(useGeneratedKeys = true, keyProperty = "inserted.id")
    void insert(@Param("inserted") Inserted inserted, @Param("row") AuditLog.AuditRow row, @Param("hash") String hash);

    @Insert("""
            <script>
            INSERT INTO audit_child (entry_id, child_id) VALUES
            <foreach collection='children' item='child' separator=','>(#{entry}, #{child})</foreach>
            </script>
            """)
    void insertChildren(@Param("entry") long entry, @Param("children") List<Long> children);

    @Select("""
            SELECT COUNT(DISTINCT c.child_id)
            FROM audit_entry e JOIN audit_child c ON c.entry_id = e.id
            WHERE e.account_id = #{account} AND e.at >= #{from} AND e.at < #{until}
              AND e.action IN ('READ', 'UNMASKED')
            """)
    int reads(@Param("account") long account, @Param("from") LocalDateTime from, @Param("until") LocalDateTime until);

    /** Receives the generated key. */
    @Getter
    class Inserted {
        private long id;
    }
}

package org.tongxing.contact;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.Scope;
import org.tongxing.persistence.ChildScope;
import org.tongxing.persistence.WithinTie;

@Mapper
interface ContactMapper {

    /** Those below a village or township one answers for, or of children one looks after; never one's own. */
    String CONFIRMABLE = """
            k.undone_at IS NULL AND k.recorded_by != #{account}
            AND (k.child_id IN (-1<foreach collection='children' item='child'>, #{child}</foreach>)
              <foreach collection='divisions' item='division'>
                OR c.village_code LIKE CONCAT(#{division}, '%')
              </foreach>)
            """;

    @Insert("""
            INSERT INTO contact (child_id, adult_id, recorded_by, kind, length, contacted_at, mood, words_sealed,
                                 idempotency_key, recorded_at)
            VALUES (#{c.child}, #{c.adult}, #{c.by}, #{c.kind}, #{c.length}, #{c.contactedAt}, #{c.mood}, #{c.words},
                    #{c.key}, #{c.now})
            """)
    void insert(@Param("c") NewContact contact);

    @WithinTie("by")
    @Select("""
            SELECT id, child_id, kind, length, contacted_at FROM contact
            WHERE recorded_by = #{by} AND idempotency_key = #{key}
            """)
    @Nullable
    KnownRow byKey(@Param("by") long by, @Param("key") String key);

    @WithinTie("by")
    @Select("""
            SELECT k.id, k.contacted_at, k.kind, k.length, k.mood, k.words_sealed, MIN(f.as_told) AS as_told
            FROM contact k LEFT JOIN contact_confirmation f ON f.contact_id = k.id
            WHERE k.recorded_by = #{by} AND k.child_id = #{child} AND k.undone_at IS NULL AND k.contacted_at >= #{from}
            GROUP BY k.id, k.contacted_at, k.kind, k.length, k.mood, k.words_sealed
            ORDER BY k.contacted_at DESC
            """)
    List<OwnRow> own(@Param("by") long by, @Param("child") long child, @Param("from") LocalDateTime from);

    @Update("""
            UPDATE contact SET undone_at = #{now}
            WHERE id = #{id} AND recorded_by = #{by} AND undone_at IS NULL AND recorded_at >= #{notBefore}
            """)
    int undo(
            @Param("id") long id,
            @Param("by") long by,
            @Param("now") LocalDateTime now,
            @Param("notBefore") LocalDateTime notBefore);

    @Select("SELECT child_id FROM contact WHERE id = #{id} AND recorded_by = #{by}")
    @Nullable
    Long childOf(@Param("id") long id, @Param("by") long by);

    @WithinTie("division")
    @Select("""
            <script>
            SELECT k.id, k.child_id, k.adult_id, k.contacted_at, k.kind
            FROM contact k JOIN child c ON c.id = k.child_id
            WHERE k.contacted_at &gt;= #{from}
              AND NOT EXISTS (SELECT 1 FROM contact_confirmation f
                WHERE f.contact_id = k.id AND f.phone_account_id = #{account})
              AND
            """ + CONFIRMABLE + """
            ORDER BY k.contacted_at DESC LIMIT 50
            </script>
            """)
    List<ToConfirmRow> toConfirm(
            @Param("account") long account,
            @Param("children") Set<Long> children,
            @Param("divisions") Set<String> divisions,
            @Param("from") LocalDateTime from);

    @Select("""
            <script>
            SELECT k.child_id FROM contact k JOIN child c ON c.id = k.child_id WHERE k.id = #{id} AND
            """ + CONFIRMABLE + "</script>")
    @Nullable
    Long confirmable(
            @Param("id") long id,
            @Param("account") long account,
            @Param("children") Set<Long> children,
            @Param("divisions") Set<String> divisions);

    /** Once per person; what was said first stays. */
    @Insert("""
            INSERT IGNORE INTO contact_confirmation (contact_id, phone_account_id, confirmed_as, as_told, at)
            VALUES (#{id}, #{account}, #{as}, #{asTold}, #{at})
            """)
    int confirm(
            @Param("id") long id,
            @Param("account") long account,
            @Param("as") String as,
            @Param("asTold") boolean asTold,
            @Param("at") LocalDateTime at);

    /** When each child of a scope heard from a parent, and whether somebody else said so; no means, no length, no words. */
    @Select("""
            <script>
            SELECT k.child_id, k.adult_id, DATE(k.contacted_at) AS on_day, MIN(f.as_told) AS as_told
            FROM contact k JOIN child c ON c.id = k.child_id LEFT JOIN contact_confirmation f ON f.contact_id = k.id
            WHERE k.undone_at IS NULL AND k.contacted_at &gt;= #{from} AND k.contacted_at &lt; #{until}
              AND
            """ + ChildScope.IN_SCOPE + """
            GROUP BY k.id, k.child_id, k.adult_id, k.contacted_at
            ORDER BY k.child_id, k.contacted_at
            </script>
            """)
    List<DayRow> days(@Param("scope") Scope scope, @Param("from") LocalDate from, @Param("until") LocalDate until);

    record NewContact(
            long child,
            long adult,
            long by,
            String kind,
            String length,
            LocalDateTime contactedAt,
            @Nullable String mood,
            @Nullable String words,
            String key,
            LocalDateTime now) {}

    record KnownRow(long id, long childId, String kind, String length, LocalDateTime contactedAt) {}

    record OwnRow(
            long id,
            LocalDateTime contactedAt,
            String kind,
            String length,
            @Nullable String mood,
            @Nullable String wordsSealed,
            @Nullable Boolean asTold) {}

    record ToConfirmRow(long id, long childId, long adultId, LocalDateTime contactedAt, String kind) {}

    record DayRow(
            long childId,
            long adultId,
            LocalDate onDay,
            @Nullable Boolean asTold) {}
}

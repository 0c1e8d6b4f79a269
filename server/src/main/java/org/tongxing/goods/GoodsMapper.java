package org.tongxing.goods;

import java.time.LocalDate;
import java.time.LocalDateTime;
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

/** Stock and ledger. An entry is never changed or deleted: there is no statement that could. */
@Mapper
interface GoodsMapper {

    /** Shelves of the place, of what is below it, and of the township a village belongs to. */
    String IN_SCOPE = """
            (i.township_code LIKE CONCAT(#{scope.division.value}, '%')
              OR #{scope.division.value} LIKE CONCAT(i.township_code, '%'))
            <if test='scope.unitId != null or scope.childIds != null'>AND 1 = 0</if>
            """;

    String ENTRIES = """
             FROM goods_entry e JOIN goods_item i ON i.id = e.item_id LEFT JOIN child c ON c.id = e.child_id
             WHERE
            """ + IN_SCOPE + " AND (e.child_id IS NULL OR (" + ChildScope.IN_SCOPE + "))" + """
            <if test='q.item != null'>AND e.item_id = #{q.item}</if>
            <if test='q.child != null'>
              AND e.household_id = (SELECT h.household_id FROM child h WHERE h.id = #{q.child})
            </if>
            <if test='q.kind != null'>AND e.kind = #{q.kind}</if>
            <if test='q.from != null'>AND e.on_day >= #{q.from}</if>
            <if test='q.until != null'>AND e.on_day &lt;= #{q.until}</if>
            """;

    String ENTRY = """
            SELECT e.id, e.item_id, i.name AS item_name, i.measure, i.township_code, e.kind, e.quantity, e.stock_after,
                   e.on_day, e.source, e.docking_id, e.child_id, c.name AS child_name, c.village_code, e.household_id,
                   e.receiver_sealed, e.occasion, e.corrects_id, e.reason,
                   EXISTS (SELECT 1 FROM goods_entry k WHERE k.corrects_id = e.id) AS corrected
            """;

    /** Two who enter the same thing at once put it on the same shelf. */
    @Insert("""
            INSERT INTO goods_item (township_code, name, measure) VALUES (#{item.township}, #{item.name}, #{item.measure})
            ON DUPLICATE KEY UPDATE id = LAST_INSERT_ID(id)
            """)
    @Options(useGeneratedKeys = true, keyProperty = "item.id")
    void shelf(@Param("item") NewItem item);

    /** 1 unless there is not as much; whoever changed the row writes the next lines. */
    @Update("""
            UPDATE goods_item SET stock = stock + #{by}, entries = entries + #{lines}
            WHERE id = #{id} AND stock + #{by} >= 0
            """)
    int move(@Param("id") long id, @Param("by") int by, @Param("lines") int lines);

    @Select("SELECT stock, entries FROM goods_item WHERE id = #{id}")
    Shelf shelfNow(long id);

    @Insert("""
            INSERT INTO goods_entry (item_id, nth, kind, quantity, stock_after, on_day, source, docking_id, child_id,
                                     household_id, receiver_sealed, occasion, corrects_id, reason, entered_by, entered_at)
            VALUES (#{item}, #{nth}, #{entry.kind}, #{entry.quantity}, #{stockAfter}, #{entry.on}, #{entry.source},
                    #{entry.docking}, #{entry.child}, #{entry.household}, #{entry.receiverSealed}, #{entry.occasion},
                    #{entry.corrects}, #{entry.reason}, #{by}, #{at})
            """)
    void write(Line line);

    @Select("<script>SELECT i.id, i.township_code, i.name, i.measure, i.stock FROM goods_item i WHERE " + IN_SCOPE
            + " ORDER BY i.township_code, i.name, i.measure LIMIT 500</script>")
    List<ItemRow> items(@Param("scope") Scope scope);

    @Select("<script>SELECT i.id, i.township_code, i.name, i.measure, i.stock FROM goods_item i WHERE i.id = #{id} AND "
            + IN_SCOPE + "</script>")
    @Nullable
    ItemRow item(@Param("scope") Scope scope, @Param("id") long id);

    @Select("<script>" + ENTRY + ENTRIES
            + " ORDER BY e.on_day DESC, e.id DESC LIMIT #{paging.size} OFFSET #{paging.offset}</script>")
    List<EntryRow> entries(
            @Param("scope") Scope scope, @Param("q") Goods.Question question, @Param("paging") Paging paging);

    /** The whole ledger of a year and more, for a workbook. */
    @Select("<script>" + ENTRY + ENTRIES + " ORDER BY e.on_day, e.id LIMIT 50000</script>")
    List<EntryRow> all(@Param("scope") Scope scope, @Param("q") Goods.Question question);

    @Select("<script>SELECT COUNT(*)" + ENTRIES + "</script>")
    long count(@Param("scope") Scope scope, @Param("q") Goods.Question question);

    @Select("<script>" + ENTRY + """
             FROM goods_entry e JOIN goods_item i ON i.id = e.item_id LEFT JOIN child c ON c.id = e.child_id
             WHERE e.id = #{id} AND
            """ + IN_SCOPE + " AND (e.child_id IS NULL OR (" + ChildScope.IN_SCOPE + "))</script>")
    @Nullable
    EntryRow entry(@Param("scope") Scope scope, @Param("id") long id);

    /** A thing both townships have keeps a shelf and a ledger of its own, told apart by where it comes from. */
    @Update("""
            UPDATE goods_item i
            LEFT JOIN (SELECT name, measure FROM goods_item WHERE township_code = #{into}) t
              ON t.name = i.name AND t.measure = i.measure
            SET i.township_code = #{into},
                i.name = IF(t.name IS NULL, i.name, CONCAT(LEFT(i.name, 60), '（', #{origin}, '并来的）'))
            WHERE i.township_code = #{from}
            """)
    void follow(@Param("from") String from, @Param("into") String into, @Param("origin") String origin);

    /** A shelf on its way into the table; receives the id of the one that is there. */
    @Getter
    class NewItem {
        private long id;
        private final String township;
        private final String name;
        private final String measure;

        NewItem(String township, String name, String measure) {
            this.township = township;
            this.name = name;
            this.measure = measure;
        }
    }

    record ItemRow(long id, String townshipCode, String name, String measure, int stock) {}

    /** A line of the ledger on its way into it; what does not apply is null. */
    record NewEntry(
            String kind,
            int quantity,
            LocalDate on,
            @Nullable String source,
            @Nullable Long docking,
            @Nullable Long child,
            @Nullable Long household,
            @Nullable String receiverSealed,
            @Nullable String occasion,
            @Nullable Long corrects,
            @Nullable String reason) {}

    /** A line with its place in the ledger of a shelf. */
    record Line(long item, int nth, int stockAfter, NewEntry entry, long by, LocalDateTime at) {}

    /** How much is there, and how many lines tell of it. */
    record Shelf(int stock, int entries) {}

    record EntryRow(
            long id,
            long itemId,
            String itemName,
            String measure,
            String townshipCode,
            String kind,
            int quantity,
            int stockAfter,
            LocalDate onDay,
            @Nullable String source,
            @Nullable Long dockingId,
            @Nullable Long childId,
            @Nullable String childName,
            @Nullable String villageCode,
            @Nullable Long householdId,
            @Nullable String receiverSealed,
            @Nullable String occasion,
            @Nullable Long correctsId,
            @Nullable String reason,
            boolean corrected) {}
}

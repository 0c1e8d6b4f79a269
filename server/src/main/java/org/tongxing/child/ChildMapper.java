package org.tongxing.child;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import lombok.Getter;
import lombok.Setter;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.Scope;
import org.tongxing.persistence.ChildScope;
import org.tongxing.persistence.Paging;
import org.tongxing.persistence.WithoutScope;

@Mapper
interface ChildMapper {

    @Insert("""
            INSERT INTO child_fact (child_id, kind, content, place_code, since_on, until_on, recorded_by, recorded_at)
            VALUES (#{child}, #{fact.kind}, #{fact.content}, #{place}, #{fact.since}, #{fact.until},
                    #{by}, #{at})
            """)
    void insertFact(
            @Param("child") long child,
            @Param("fact") NewChild.NewFact fact,
            @Param("place") @Nullable String place,
            @Param("by") @Nullable Long by,
            @Param("at") LocalDateTime at);

    default void insertFact(long child, NewChild.NewFact fact, @Nullable Long by, LocalDateTime at) {
        insertFact(child, fact, fact.place() == null ? null : fact.place().value(), by, at);
    }

    @Delete("DELETE FROM child_category WHERE child_id = #{child}")
    void clearCategories(long child);

    @Insert("""
            INSERT INTO child_category (child_id, category, clause, starts_on, ends_on)
            VALUES (#{child}, #{category}, #{clause}, #{startsOn}, #{endsOn})
            """)
    void insertCategory(
            @Param("child") long child,
            @Param("category") String category,
            @Param("clause") String clause,
            @Param("startsOn") LocalDate startsOn,
            @Param("endsOn") LocalDate endsOn);

    @Select("<script>SELECT c.* FROM child c WHERE c.id = #{id} AND " + ChildScope.IN_SCOPE + "</script>")
    @Nullable
    ChildRow find(@Param("scope") Scope scope, @Param("id") long id);

    @Select("""
            <script>
            SELECT COUNT(*) FROM child c WHERE c.id IN
            <foreach collection='ids' item='id' open='(' separator=',' close=')'>#{id}</foreach>
            AND
            """ + ChildScope.IN_SCOPE + "</script>")
    int countInScope(@Param("scope") Scope scope, @Param("ids") Collection<Long> ids);

    @Select("<script>SELECT c.* FROM child c WHERE c.household_id = #{household} AND " + ChildScope.IN_SCOPE
            + " ORDER BY c.birth_on</script>")
    List<ChildRow> ofHousehold(@Param("scope") Scope scope, @Param("household") long household);

    @Select("<script>SELECT h.address_sealed FROM child c JOIN household h ON h.id = c.household_id"
            + " WHERE c.id = #{child} AND " + ChildScope.IN_SCOPE + "</script>")
    @Nullable
    String address(@Param("scope") Scope scope, @Param("child") long child);

    @Select("<script>SELECT a.* FROM child c JOIN adult a ON a.child_id = c.id WHERE c.id = #{child} AND "
            + ChildScope.IN_SCOPE + " ORDER BY a.carer DESC, a.id</script>")
    List<AdultRow> adults(@Param("scope") Scope scope, @Param("child") long child);

    /** Children of whom a parent works elsewhere on a day and none is at home, with how many do. */
    @Select("""
            <script>
            SELECT c.id AS child_id, COUNT(DISTINCT f.kind) AS parents
            FROM child c
            JOIN child_fact f ON f.child_id = c.id AND f.kind IN ('FATHER', 'MOTHER') AND f.content = 'WORKING_AWAY'
              AND f.superseded_at IS NULL
              AND (f.since_on IS NULL OR f.since_on &lt;= #{day}) AND (f.until_on IS NULL OR f.until_on &gt; #{day})
            WHERE c.left_on IS NULL
              AND NOT EXISTS (SELECT 1 FROM child_fact h
                WHERE h.child_id = c.id AND h.kind IN ('FATHER', 'MOTHER') AND h.content = 'AT_HOME'
                  AND h.superseded_at IS NULL
                  AND (h.since_on IS NULL OR h.since_on &lt;= #{day}) AND (h.until_on IS NULL OR h.until_on &gt; #{day}))
              AND
            """ + " " + ChildScope.IN_SCOPE + """
            GROUP BY c.id ORDER BY c.id
            </script>
            """)
    List<ParentsAwayRow> parentsAway(@Param("scope") Scope scope, @Param("day") LocalDate day);

    @Select("""
            <script>
            SELECT a.id, a.relation FROM adult a JOIN child c ON c.id = a.child_id WHERE a.id IN
            <foreach collection='ids' item='id' open='(' separator=',' close=')'>#{id}</foreach>
            AND
            """ + ChildScope.IN_SCOPE + "</script>")
    List<RelationRow> relations(@Param("scope") Scope scope, @Param("ids") Collection<Long> ids);

    @Select("""
            <script>
            SELECT id FROM adult WHERE access = 'OPEN' AND id IN
            <foreach collection='ids' item='id' open='(' separator=',' close=')'>#{id}</foreach>
            </script>
            """)
    List<Long> openAdults(@Param("ids") Collection<Long> ids);

    @Select("""
            <script>
            SELECT c.id, c.name, c.sex, c.birth_on, c.village_code, c.household_id FROM child c
            WHERE c.id IN <foreach collection='ids' item='id' open='(' separator=',' close=')'>#{id}</foreach>
            AND
            """ + ChildScope.IN_SCOPE + " ORDER BY c.id</script>")
    List<BriefRow> brief(@Param("scope") Scope scope, @Param("ids") Collection<Long> ids);

    /** Children who live in a place, by name or initials, the village in one piece. */
    @Select("""
            <script>
            SELECT c.id, c.name, c.sex, c.birth_on, c.village_code, c.household_id FROM child c
            WHERE c.left_on IS NULL
            <if test='beginning != null'>
              AND (c.name LIKE CONCAT(#{beginning}, '%') OR c.initials LIKE CONCAT(#{beginning}, '%'))
            </if>
            AND
            """ + ChildScope.IN_SCOPE + """
            ORDER BY c.village_code, c.pinyin, c.id LIMIT #{paging.size} OFFSET #{paging.offset}
            </script>
            """)
    List<BriefRow> search(
            @Param("scope") Scope scope,
            @Param("beginning") @Nullable String beginning,
            @Param("paging") Paging paging);

    /** Adults of children on file; what an import has prepared is below children that do not exist yet. */
    @WithoutScope("Whoever has proven a number is nobody yet; it is found before a tie is asked for")
    @Select("""
            SELECT a.id, a.child_id, c.village_code, a.relation, a.name
            FROM adult a JOIN child c ON c.id = a.child_id
            WHERE a.phone_digest = #{digest} ORDER BY a.id
            """)
    List<PhoneOwnerRow> adultsByPhone(String digest);

    @Select("""
            <script>
            SELECT f.id, f.kind, f.content, f.place_code, f.since_on, f.until_on, f.recorded_by, f.recorded_at,
                   f.superseded_at, f.superseded_by
            FROM child c JOIN child_fact f ON f.child_id = c.id
            WHERE c.id = #{child} AND f.superseded_at IS NULL AND
            """ + ChildScope.IN_SCOPE + " ORDER BY f.id</script>")
    List<FactRow> facts(@Param("scope") Scope scope, @Param("child") long child);

    @Select("""
            <script>
            SELECT k.child_id, k.category, k.clause, k.starts_on, k.ends_on
            FROM child c JOIN child_category k ON k.child_id = c.id WHERE c.id = #{child} AND
            """ + ChildScope.IN_SCOPE + " ORDER BY k.category, k.starts_on</script>")
    List<CategoryRow> categories(@Param("scope") Scope scope, @Param("child") long child);

    @Select("<script>SELECT DISTINCT c.village_code FROM child c WHERE " + ChildScope.IN_SCOPE
            + " ORDER BY c.village_code</script>")
    List<String> villages(@Param("scope") Scope scope);

    /** A household on its way into the table. */
    @Getter
    @Setter
    class HouseholdInsert {
        private long id;
        private final String village;
        private final @Nullable String addressSealed;
        private final @Nullable String fingerprint;

        HouseholdInsert(String village, @Nullable String addressSealed, @Nullable String fingerprint) {
            this.village = village;
            this.addressSealed = addressSealed;
            this.fingerprint = fingerprint;
        }
    }

    record AdultRow(
            long id,
            long childId,
            String relation,
            String name,
            @Nullable String phoneSealed,
            @Nullable String phoneDigest,
            boolean carer,
            String access) {}

    record PhoneOwnerRow(long id, long childId, String villageCode, String relation, String name) {}

    record FactRow(
            long id,
            String kind,
            String content,
            @Nullable String placeCode,
            @Nullable LocalDate sinceOn,
            @Nullable LocalDate untilOn,
            @Nullable Long recordedBy,
            LocalDateTime recordedAt,
            @Nullable LocalDateTime supersededAt,
            @Nullable Long supersededBy) {}

    record ParentsAwayRow(long childId, int parents) {}

    record RelationRow(long id, String relation) {}

    record BriefRow(long id, String name, String sex, LocalDate birthOn, String villageCode, long householdId) {}

    record CategoryRow(long childId, String category, String clause, LocalDate startsOn, LocalDate endsOn) {}

    record VillageChild(
            long id,
            String name,
            String sex,
            LocalDate birthOn,
            String villageCode,
            long householdId,
            LocalDate registeredOn,
            @Nullable LocalDate leftOn,
            @Nullable Long importId) {}
}

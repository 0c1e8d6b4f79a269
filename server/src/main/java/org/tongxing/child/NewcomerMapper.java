package org.tongxing.child;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;
import org.tongxing.persistence.WithoutScope;

@Mapper
interface NewcomerMapper {

    String COLUMNS = """
            id, import_id, name, pinyin, initials, sex, birth_on, id_number_sealed, id_number_digest, no_id_reason,
            village_code, household_id, school, grade, registered_on
            """;

    String IDS = "<foreach collection='ids' item='id' open='(' separator=',' close=')'>#{id}</foreach>";

    @Insert("INSERT INTO household (village_code, address_sealed, fingerprint)"
            + " VALUES (#{village}, #{addressSealed}, #{fingerprint})")
    @Options(useGeneratedKeys = true, keyProperty = "id")
    void insertHousehold(ChildMapper.HouseholdInsert row);

    /** Households somebody lives in, or will once this import is taken over. */
    @WithoutScope("An import looks for households by their fingerprints; only ids come back")
    @Select("""
            <script>
            SELECT h.id, h.fingerprint FROM household h WHERE h.fingerprint IN
            <foreach collection='fingerprints' item='one' open='(' separator=',' close=')'>#{one}</foreach>
            AND (EXISTS (SELECT 1 FROM child c WHERE c.household_id = h.id)
                 OR EXISTS (SELECT 1 FROM newcomer n WHERE n.household_id = h.id AND n.import_id = #{importId}))
            </script>
            """)
    List<HouseholdRow> households(
            @Param("fingerprints") Collection<String> fingerprints, @Param("importId") @Nullable Long importId);

    @Insert("""
            INSERT INTO newcomer (import_id, name, pinyin, initials, sex, birth_on, id_number_sealed, id_number_digest,
                                  no_id_reason, village_code, household_id, school, grade, registered_on)
            VALUES (#{importId}, #{name}, #{pinyin}, #{initials}, #{sex}, #{birthOn}, #{idSealed}, #{idDigest},
                    #{noIdReason}, #{village}, #{household}, #{school}, #{grade}, #{registeredOn})
            """)
    @Options(useGeneratedKeys = true, keyProperty = "id")
    void insertNewcomer(ChildInsert row);

    @Insert("""
            INSERT INTO adult (child_id, relation, name, phone_sealed, phone_digest, carer)
            VALUES (#{child}, #{adult.relation}, #{adult.name}, #{phoneSealed}, #{phoneDigest}, #{adult.carer})
            """)
    void insertAdult(AdultInsert row);

    @Insert("""
            INSERT INTO child_fact (child_id, kind, content, place_code, since_on, until_on, recorded_by, recorded_at)
            VALUES (#{child}, #{fact.kind}, #{fact.content}, #{fact.place.value}, #{fact.since}, #{fact.until}, #{by},
                    #{at})
            """)
    void insertFact(FactInsert row);

    @Insert("""
            INSERT INTO child_category (child_id, category, clause, starts_on, ends_on)
            VALUES (#{child}, #{category}, #{clauses}, #{startsOn}, #{endsOn})
            """)
    void insertCategory(CategoryInsert row);

    /** Newcomers who were registered in another way since they were prepared. */
    @Select("""
            SELECT n.id FROM newcomer n JOIN child c ON c.id_number_digest = n.id_number_digest
            WHERE n.import_id = #{importId}
            UNION
            SELECT n.id FROM newcomer n JOIN child c
              ON c.name = n.name AND c.village_code = n.village_code AND c.birth_on = n.birth_on
            WHERE n.import_id = #{importId} AND (c.id_number_digest IS NULL OR n.id_number_digest IS NULL)
            """)
    List<Long> registeredMeanwhile(long importId);

    @WithoutScope("The taking over of an import tells the places it reached")
    @Select("<script>SELECT DISTINCT village_code FROM newcomer WHERE import_id = #{importId}"
            + "<if test='!ids.isEmpty()'> AND id NOT IN " + IDS + "</if></script>")
    List<String> villages(@Param("importId") long importId, @Param("ids") Collection<Long> without);

    @Insert("<script>INSERT INTO child (" + COLUMNS + ") SELECT " + COLUMNS
            + " FROM newcomer WHERE import_id = #{importId}<if test='!ids.isEmpty()'> AND id NOT IN " + IDS
            + "</if> ORDER BY id</script>")
    int takeOver(@Param("importId") long importId, @Param("ids") Collection<Long> without);

    /** A short table is scanned unless it is told otherwise, and a scan waits for the newcomers of everybody else. */
    @Insert("<script>INSERT INTO child (" + COLUMNS + ") SELECT " + COLUMNS
            + " FROM newcomer FORCE INDEX (PRIMARY) WHERE id IN " + IDS + " ORDER BY id</script>")
    void register(@Param("ids") Collection<Long> ids);

    /** One by one, by the key, for the same reason. */
    @Delete("DELETE FROM newcomer WHERE id = #{id}")
    void forget(long id);

    /** All at once, for an import that clears up alone. */
    @Delete("<script>DELETE FROM newcomer WHERE id IN " + IDS + "</script>")
    void forgetAll(@Param("ids") Collection<Long> ids);

    @Select("SELECT DISTINCT import_id FROM newcomer WHERE import_id IS NOT NULL")
    List<Long> imports();

    /** The next newcomers of an import, with whether they became children. */
    @WithoutScope("An import is cleaned up on nobody's behalf; only ids come back")
    @Select("""
            SELECT n.id, n.household_id, c.id IS NOT NULL AS registered
            FROM newcomer n LEFT JOIN child c ON c.id = n.id
            WHERE n.import_id = #{importId} ORDER BY n.id LIMIT #{size}
            """)
    List<LeftOver> leftOver(@Param("importId") long importId, @Param("size") int size);

    @Delete("<script>DELETE FROM adult WHERE child_id IN " + IDS + "</script>")
    void forgetAdults(@Param("ids") Collection<Long> children);

    @Delete("<script>DELETE FROM child_fact WHERE child_id IN " + IDS + "</script>")
    void forgetFacts(@Param("ids") Collection<Long> children);

    @Delete("<script>DELETE FROM child_category WHERE child_id IN " + IDS + "</script>")
    void forgetCategories(@Param("ids") Collection<Long> children);

    @Delete("<script>DELETE FROM child_tier WHERE child_id IN " + IDS + "</script>")
    void forgetTiers(@Param("ids") Collection<Long> children);

    /** Deletes those of these households in which nobody lives. */
    @Delete("<script>DELETE FROM household WHERE id IN " + IDS + """
            AND NOT EXISTS (SELECT 1 FROM child c WHERE c.household_id = household.id)
            AND NOT EXISTS (SELECT 1 FROM newcomer n WHERE n.household_id = household.id)
            </script>
            """)
    void forgetHouseholds(@Param("ids") Collection<Long> ids);

    @WithoutScope("A number is on file once in the whole country; the import is told that it is, not with whom")
    @Select("""
            <script>
            SELECT id_number_digest, village_code FROM child WHERE id_number_digest IN
            <foreach collection='digests' item='one' open='(' separator=',' close=')'>#{one}</foreach>
            </script>
            """)
    List<NumberRow> numbers(@Param("digests") Collection<String> digests);

    @WithoutScope("Bounded by the villages of the rows being imported; the import is told that there is one")
    @Select("""
            <script>
            SELECT name, birth_on, village_code, id_number_digest FROM child WHERE name IN
            <foreach collection='names' item='one' open='(' separator=',' close=')'>#{one}</foreach>
            AND village_code IN
            <foreach collection='villages' item='one' open='(' separator=',' close=')'>#{one}</foreach>
            </script>
            """)
    List<PersonRow> namesakes(@Param("names") Set<String> names, @Param("villages") Set<String> villages);

    @Select("SELECT COUNT(*) FROM child WHERE village_code LIKE CONCAT(#{division}, '%') AND left_on IS NULL")
    int living(String division);

    record HouseholdRow(long id, String fingerprint) {}

    record LeftOver(long id, long householdId, boolean registered) {}

    record AdultInsert(
            long child,
            NewChild.NewAdult adult,
            @Nullable String phoneSealed,
            @Nullable String phoneDigest) {}

    record FactInsert(
            long child, NewChild.NewFact fact, @Nullable Long by, LocalDateTime at) {}

    record CategoryInsert(long child, String category, String clauses, LocalDate startsOn, LocalDate endsOn) {}

    record NumberRow(String idNumberDigest, String villageCode) {}

    record PersonRow(
            String name,
            LocalDate birthOn,
            String villageCode,
            @Nullable String idNumberDigest) {}
}

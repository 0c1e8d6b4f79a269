package org.tongxing.child;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface NewcomerMapper {

    @Insert("""
            <script>
            INSERT INTO household (village_code, address_sealed, fingerprint) VALUES
            <foreach collection='rows' item='r' separator=','>(#{r.village}, #{r.addressSealed}, #{r.fingerprint})</foreach>
            </script>
            """)
    @Options(useGeneratedKeys = true, keyProperty = "rows.id")
    void insertHouseholds(@Param("rows") List<ChildMapper.HouseholdInsert> rows);

    @Select("""
            <script>
            SELECT id, fingerprint FROM household WHERE fingerprint IN
            <foreach collection='fingerprints' item='one' open='(' separator=',' close=')'>#{one}</foreach>
            </script>
            """)
    List<HouseholdRow> households(@Param("fingerprints") Collection<String> fingerprints);

    @Insert("""
            <script>
            INSERT INTO child (name, pinyin, initials, sex, birth_on, id_number_sealed, id_number_digest, no_id_reason,
                               village_code, household_id, school, grade, registered_on, import_id) VALUES
            <foreach collection='rows' item='r' separator=','>
              (#{r.name}, #{r.pinyin}, #{r.initials}, #{r.sex}, #{r.birthOn}, #{r.idSealed}, #{r.idDigest},
               #{r.noIdReason}, #{r.village}, #{r.household}, #{r.school}, #{r.grade}, #{r.registeredOn}, #{r.importId})
            </foreach>
            </script>
            """)
    @Options(useGeneratedKeys = true, keyProperty = "rows.id")
    void insertChildren(@Param("rows") List<ChildInsert> rows);

    @Insert("""
            <script>
            INSERT INTO adult (child_id, relation, name, phone_sealed, phone_digest, carer) VALUES
            <foreach collection='rows' item='r' separator=','>
              (#{r.child}, #{r.adult.relation}, #{r.adult.name}, #{r.phoneSealed}, #{r.phoneDigest}, #{r.adult.carer})
            </foreach>
            </script>
            """)
    void insertAdults(@Param("rows") List<AdultInsert> rows);

    @Insert("""
            <script>
            INSERT INTO child_fact (child_id, kind, content, since_on, until_on, recorded_by, recorded_at) VALUES
            <foreach collection='rows' item='r' separator=','>
              (#{r.child}, #{r.fact.kind}, #{r.fact.content}, #{r.fact.since}, #{r.fact.until}, #{r.by}, #{r.at})
            </foreach>
            </script>
            """)
    void insertFacts(@Param("rows") List<FactInsert> rows);

    @Insert("""
            <script>
            INSERT INTO child_category (child_id, category, clause, starts_on, ends_on) VALUES
            <foreach collection='rows' item='r' separator=','>
              (#{r.child}, #{r.category}, #{r.clauses}, #{r.startsOn}, #{r.endsOn})
            </foreach>
            </script>
            """)
    void insertCategories(@Param("rows") List<CategoryInsert> rows);

    @Select("""
            <script>
            SELECT id_number_digest FROM child WHERE id_number_digest IN
            <foreach collection='digests' item='one' open='(' separator=',' close=')'>#{one}</foreach>
            </script>
            """)
    Set<String> knownDigests(@Param("digests") Collection<String> digests);

    @Select("""
            <script>
            SELECT name, birth_on, village_code, id_number_digest FROM child WHERE name IN
            <foreach collection='names' item='one' open='(' separator=',' close=')'>#{one}</foreach>
            AND village_code IN
            <foreach collection='villages' item='one' open='(' separator=',' close=')'>#{one}</foreach>
            </script>
            """)
    List<PersonRow> namesakes(@Param("names") Collection<String> names, @Param("villages") Collection<String> villages);

    record HouseholdRow(long id, String fingerprint) {}

    record AdultInsert(
            long child,
            NewChild.NewAdult adult,
            @Nullable String phoneSealed,
            @Nullable String phoneDigest) {}

    record FactInsert(
            long child, NewChild.NewFact fact, @Nullable Long by, LocalDateTime at) {}

    record CategoryInsert(long child, String category, String clauses, LocalDate startsOn, LocalDate endsOn) {}

    record PersonRow(
            String name,
            LocalDate birthOn,
            String villageCode,
            @Nullable String idNumberDigest) {}
}

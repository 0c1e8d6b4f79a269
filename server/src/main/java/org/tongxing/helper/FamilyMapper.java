package org.tongxing.helper;

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
import org.tongxing.persistence.FamilyScope;

@Mapper
interface FamilyMapper {

    @Insert("""
            INSERT INTO cadre_family (unit_id, division_code, cadre_name, cadre_sex, post, phone_sealed, phone_digest,
                                      linked_village, capacity, state, joined_on, applied_by)
            VALUES (#{unit}, #{division}, #{cadreName}, #{cadreSex}, #{post}, #{phoneSealed}, #{phoneDigest},
                    #{linkedVillage}, #{capacity}, 'APPLIED', #{joinedOn}, #{appliedBy})
            """)
    @Options(useGeneratedKeys = true, keyProperty = "id")
    void insert(Applied family);

    /** Serialises all changes of one family. */
    @Select("<script>SELECT f.id, f.state, f.applied_by, f.joined_on, f.left_on FROM cadre_family f WHERE f.id = #{id}"
            + " AND " + FamilyScope.IN_SCOPE + " FOR UPDATE</script>")
    @Nullable
    Standing lock(@Param("scope") Scope scope, @Param("id") long id);

    @Update("UPDATE cadre_family SET state = #{state}, joined_on = #{joinedOn}, left_on = #{leftOn} WHERE id = #{id}")
    void stand(
            @Param("id") long id,
            @Param("state") String state,
            @Param("joinedOn") LocalDate joinedOn,
            @Param("leftOn") @Nullable LocalDate leftOn);

    @Update("UPDATE cadre_family SET unit_id = #{unit}, linked_village = #{village} WHERE id = #{id}")
    void transfer(@Param("id") long id, @Param("unit") long unit, @Param("village") @Nullable String village);

    @Update("UPDATE cadre_family SET capacity = #{capacity} WHERE id = #{id}")
    void resize(@Param("id") long id, @Param("capacity") int capacity);

    @Select("<script>SELECT a.id, a.name, a.relation, a.visits, a.screened_on, a.screening"
            + " FROM cadre_family f JOIN family_adult a ON a.family_id = f.id WHERE f.id = #{family} AND "
            + FamilyScope.IN_SCOPE + " ORDER BY a.id</script>")
    List<FamilyAdult> adults(@Param("scope") Scope scope, @Param("family") long family);

    @Insert("""
            INSERT INTO family_adult (family_id, name, relation) VALUES (#{family}, #{name}, #{relation})
            ON DUPLICATE KEY UPDATE relation = VALUES(relation), visits = TRUE
            """)
    void putAdult(@Param("family") long family, @Param("name") String name, @Param("relation") String relation);

    /** Keeps the later of two checks. */
    @Update("""
            UPDATE family_adult
            SET screening = IF(screened_on IS NULL OR screened_on <= #{on}, #{result}, screening),
                recorded_by = #{by}, recorded_at = #{at},
                screened_on = IF(screened_on IS NULL OR screened_on <= #{on}, #{on}, screened_on)
            WHERE id = #{adult} AND family_id = #{family}
            """)
    int screen(
            @Param("family") long family,
            @Param("adult") long adult,
            @Param("on") LocalDate on,
            @Param("result") String result,
            @Param("by") long by,
            @Param("at") LocalDateTime at);

    @Insert("""
            INSERT INTO family_move (family_id, kind, on_day, detail, by_id, at)
            VALUES (#{family}, #{move.kind}, #{move.onDay}, #{move.detail}, #{by}, #{move.at})
            """)
    void move(@Param("family") long family, @Param("move") FamilyMove move, @Param("by") @Nullable Long by);

    @Select(
            "<script>SELECT m.kind, m.on_day, m.detail, m.at FROM cadre_family f JOIN family_move m ON m.family_id = f.id"
                    + " WHERE f.id = #{family} AND " + FamilyScope.IN_SCOPE + " ORDER BY m.id DESC</script>")
    List<FamilyMove> moves(@Param("scope") Scope scope, @Param("family") long family);

    record Standing(
            long id,
            String state,
            @Nullable Long appliedBy,
            LocalDate joinedOn,
            @Nullable LocalDate leftOn) {}

    /** An application on its way into the table. */
    @Getter
    class Applied {
        private long id;
        private final long unit;
        private final String division;
        private final String cadreName;
        private final String cadreSex;
        private final @Nullable String post;
        private final @Nullable String phoneSealed;
        private final @Nullable String phoneDigest;
        private final @Nullable String linkedVillage;
        private final int capacity;
        private final LocalDate joinedOn;
        private final long appliedBy;

        Applied(
                FamilyApplication wanted,
                String division,
                @Nullable String phoneSealed,
                @Nullable String phoneDigest,
                int capacity,
                LocalDate joinedOn,
                long appliedBy) {
            this.unit = wanted.unit().value();
            this.division = division;
            this.cadreName = wanted.cadreName();
            this.cadreSex = wanted.cadreSex().name();
            this.post = wanted.post();
            this.phoneSealed = phoneSealed;
            this.phoneDigest = phoneDigest;
            this.linkedVillage = wanted.linkedVillage() == null
                    ? null
                    : wanted.linkedVillage().value();
            this.capacity = capacity;
            this.joinedOn = joinedOn;
            this.appliedBy = appliedBy;
        }
    }
}

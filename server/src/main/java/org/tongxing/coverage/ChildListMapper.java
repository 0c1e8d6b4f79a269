package org.tongxing.coverage;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.Scope;
import org.tongxing.kernel.Sex;
import org.tongxing.persistence.ChildScope;
import org.tongxing.persistence.Paging;

@Mapper
interface ChildListMapper {

    String IN_PLACE = " AND n.village_code LIKE CONCAT(#{scope.division.value}, '%') ";

    /** Each way to write a name has its index; asked with OR, the database would look at every child there is. */
    String MATCHING =
            """
            <if test='filter.q != null'>
            <bind name='words' value='filter.words()'/>
            JOIN (SELECT n.id FROM child n WHERE n.name LIKE CONCAT(#{words}, '%')
            """ + IN_PLACE + """
                  UNION SELECT n.id FROM child n WHERE n.name_2 LIKE CONCAT(#{words}, '%')
            """ + IN_PLACE + """
                  UNION SELECT n.id FROM child n WHERE n.name_3 LIKE CONCAT(#{words}, '%')
            """ + IN_PLACE + """
                  UNION SELECT n.id FROM child n WHERE n.long_name LIKE CONCAT('%', #{words}, '%')
                    AND n.long_name IS NOT NULL
            """ + IN_PLACE + """
                  UNION SELECT n.id FROM child n WHERE n.pinyin LIKE CONCAT(#{words}, '%')
            """ + IN_PLACE + """
                  UNION SELECT n.id FROM child n WHERE n.initials LIKE CONCAT(#{words}, '%')
            """ + IN_PLACE + """
                  <if test='idDigest != null'>
                  UNION SELECT n.id FROM child n WHERE n.id_number_digest = #{idDigest}
                  </if>) w ON w.id = c.id
            </if>
            """;

    /** Children to whom nothing is owed are in the list as well, unless it is about a figure. */
    String FOUND = """
             FROM child c
            """ + MATCHING + """
            <if test='!filter.aboutAFigure()'>LEFT</if>
            JOIN child_standing s ON s.child_id = c.id AND s.starts_on &lt;= #{on} AND s.ends_on > #{on}
            WHERE c.registered_on &lt;= #{on} AND (c.left_on IS NULL OR c.left_on > #{on}) AND
            """ + ChildScope.IN_SCOPE + """
            <if test='filter.category != null'>
              AND EXISTS (SELECT 1 FROM child_category k WHERE k.child_id = c.id AND k.category = #{filter.category}
                          AND k.starts_on &lt;= #{on} AND k.ends_on > #{on})
            </if>
            <if test='filter.aboutOthers()'>AND s.child_id IS NULL</if>
            <if test='filter.which != null and !filter.aboutOthers()'>
              AND s.covered_by IN
              <foreach collection='filter.which.by()' item='by' open='(' separator=',' close=')'>#{by}</foreach>
            </if>
            <if test='filter.reason != null'>AND s.reason = #{filter.reason}</if>
            <if test='filter.mark != null'>AND s.mark = #{filter.mark}</if>
            <if test='filter.girls != null'>AND (${filter.girls.sql()})</if>
            <if test='filter.family != null'>
              AND #{filter.family} = (SELECT p.family_id FROM pairing p
                                      WHERE p.child_id = c.id AND p.kind = 'FAMILY' AND p.starts_on &lt;= #{on}
                                        AND p.status IN ('ACTIVE', 'ENDED')
                                      ORDER BY p.starts_on DESC, p.id DESC LIMIT 1)
            </if>
            """;

    String COLUMNS = """
            SELECT c.id, c.name, c.sex, c.birth_on, c.village_code, s.covered_by, s.reason, s.pairing_id,
                   s.waiting_since
            """;

    @Select("<script>" + COLUMNS + FOUND + """
            ORDER BY ${filter.sort.sql()}, c.id LIMIT #{paging.size} OFFSET #{paging.offset}
            </script>
            """)
    List<Found> find(
            @Param("scope") Scope scope,
            @Param("filter") ChildList.Filter filter,
            @Param("idDigest") @Nullable String idDigest,
            @Param("paging") Paging paging,
            @Param("on") LocalDate on);

    @Select("<script>SELECT c.id" + FOUND + "ORDER BY ${filter.sort.sql()}, c.id</script>")
    List<Long> all(
            @Param("scope") Scope scope,
            @Param("filter") ChildList.Filter filter,
            @Param("idDigest") @Nullable String idDigest,
            @Param("on") LocalDate on);

    @Select("<script>SELECT COUNT(*)" + FOUND + "</script>")
    long count(
            @Param("scope") Scope scope,
            @Param("filter") ChildList.Filter filter,
            @Param("idDigest") @Nullable String idDigest,
            @Param("on") LocalDate on);

    @Select("<script>" + COLUMNS + """
            FROM child c
            LEFT JOIN child_standing s ON s.child_id = c.id AND s.starts_on &lt;= #{on} AND s.ends_on > #{on}
            WHERE c.id IN <foreach collection='children' item='child' open='(' separator=',' close=')'>#{child}</foreach>
              AND
            """ + ChildScope.IN_SCOPE + "</script>")
    List<Found> these(
            @Param("scope") Scope scope, @Param("children") Collection<Long> children, @Param("on") LocalDate on);

    @Select("""
            <script>
            SELECT p.id, f.cadre_name
            FROM pairing p JOIN cadre_family f ON f.id = p.family_id JOIN child c ON c.id = p.child_id
            WHERE p.id IN <foreach collection='pairings' item='pairing' open='(' separator=',' close=')'>#{pairing}</foreach>
              AND
            """ + ChildScope.IN_SCOPE + "</script>")
    List<Cadre> cadres(@Param("scope") Scope scope, @Param("pairings") Collection<Long> pairings);

    @Select("""
            <script>
            SELECT k.child_id, k.category, k.clause FROM child c JOIN child_category k ON k.child_id = c.id
            WHERE c.id IN <foreach collection='children' item='child' open='(' separator=',' close=')'>#{child}</foreach>
              AND k.starts_on &lt;= #{on} AND k.ends_on > #{on} AND
            """ + ChildScope.IN_SCOPE + " ORDER BY k.category</script>")
    List<Held> categories(
            @Param("scope") Scope scope, @Param("children") Collection<Long> children, @Param("on") LocalDate on);

    @Select("""
            <script>
            SELECT a.child_id, a.relation, a.name, a.phone_sealed, a.carer FROM adult a JOIN child c ON c.id = a.child_id
            WHERE c.id IN <foreach collection='children' item='child' open='(' separator=',' close=')'>#{child}</foreach>
              AND a.access = 'OPEN' AND
            """ + ChildScope.IN_SCOPE + " ORDER BY a.child_id, a.carer DESC, a.id</script>")
    List<AdultRow> adults(@Param("scope") Scope scope, @Param("children") Collection<Long> children);

    /** The family each child had last before the day. */
    @Select("""
            <script>
            SELECT t.child_id AS id, t.cadre_name
            FROM (SELECT p.child_id, f.cadre_name,
                         ROW_NUMBER() OVER (PARTITION BY p.child_id ORDER BY p.ends_on DESC, p.id DESC) AS turn
                  FROM pairing p JOIN cadre_family f ON f.id = p.family_id JOIN child c ON c.id = p.child_id
                  WHERE p.child_id IN
                  <foreach collection='children' item='child' open='(' separator=',' close=')'>#{child}</foreach>
                    AND p.kind = 'FAMILY' AND p.status = 'ENDED' AND p.ends_on &lt;= #{on} AND
            """ + ChildScope.IN_SCOPE + ") t WHERE t.turn = 1</script>")
    List<Cadre> former(
            @Param("scope") Scope scope, @Param("children") Collection<Long> children, @Param("on") LocalDate on);

    /** How many other children of the same household are owed a helper. */
    @Select("""
            <script>
            SELECT c.id, COUNT(*) AS others
            FROM child c JOIN child o ON o.household_id = c.household_id AND o.id &lt;> c.id
            JOIN child_standing s ON s.child_id = o.id AND s.starts_on &lt;= #{on} AND s.ends_on > #{on}
            WHERE c.id IN <foreach collection='children' item='child' open='(' separator=',' close=')'>#{child}</foreach>
              AND
            """ + ChildScope.IN_SCOPE + " GROUP BY c.id</script>")
    List<Siblings> siblings(
            @Param("scope") Scope scope, @Param("children") Collection<Long> children, @Param("on") LocalDate on);

    @Select("<script>SELECT c.id FROM child c WHERE c.id_number_digest = #{digest} AND " + ChildScope.IN_SCOPE
            + " LIMIT 1</script>")
    @Nullable
    Long withIdNumber(@Param("scope") Scope scope, @Param("digest") String digest);

    @Select("<script>SELECT COUNT(*) FROM child c WHERE c.registered_on &lt;= #{on}"
            + " AND (c.left_on IS NULL OR c.left_on > #{on}) AND " + ChildScope.IN_SCOPE + "</script>")
    int registered(@Param("scope") Scope scope, @Param("on") LocalDate on);

    record Siblings(long id, int others) {}

    record Found(
            long id,
            String name,
            Sex sex,
            LocalDate birthOn,
            String villageCode,
            State.@Nullable By coveredBy,
            State.@Nullable Reason reason,
            @Nullable Long pairingId,
            @Nullable LocalDate waitingSince) {}

    record Cadre(long id, String cadreName) {}

    record Held(long childId, String category, String clause) {}

    record AdultRow(
            long childId,
            String relation,
            String name,
            @Nullable String phoneSealed,
            boolean carer) {}
}

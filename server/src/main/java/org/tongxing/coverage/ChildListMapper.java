package org.tongxing.coverage;

import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.Scope;

@Mapper
interface ChildListMapper {

    String IN_SCOPE = """
            c.village_code LIKE CONCAT(#{scope.division.value}, '%')
            <if test='scope.unitId != null'>
              AND EXISTS (SELECT 1 FROM pairing sp JOIN cadre_family sf ON sf.id = sp.family_id
                          WHERE sp.child_id = c.id AND sp.status = 'ACTIVE' AND sf.unit_id = #{scope.unitId})
            </if>
            """;

    @Select("<script>SELECT c.id, c.village_code FROM child c WHERE " + IN_SCOPE + """
            <if test='q != null'>
              AND (c.name LIKE CONCAT('%', #{q}, '%') OR c.pinyin LIKE CONCAT(#{q}, '%')
                   OR c.initials LIKE CONCAT(#{q}, '%')
                   <if test='idDigest != null'>OR c.id_number_digest = #{idDigest}</if>)
            </if>
            <if test='category != null'>
              AND EXISTS (SELECT 1 FROM child_category k WHERE k.child_id = c.id AND k.category = #{category}
                          AND k.starts_on &lt;= #{on} AND k.ends_on &gt; #{on})
            </if>
            </script>
            """)
    List<Found> find(
            @Param("scope") Scope scope,
            @Param("q") @Nullable String q,
            @Param("idDigest") @Nullable String idDigest,
            @Param("category") @Nullable String category,
            @Param("on") LocalDate on);

    @Select("<script>SELECT c.village_code FROM child c WHERE c.id = #{child} AND " + IN_SCOPE + "</script>")
    @Nullable
    String village(@Param("scope") Scope scope, @Param("child") long child);

    record Found(long id, String villageCode) {}
}

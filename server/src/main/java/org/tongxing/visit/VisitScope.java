package org.tongxing.visit;

/**
 * The condition that every query over visits carries; {@code v} is the visit, {@code scope} the parameter. A unit sees the
 * visits of its own families, a place and a phone those to their children.
 */
final class VisitScope {

    static final String CHILD = """
            c.village_code LIKE CONCAT(#{scope.division.value}, '%')
            <if test='scope.unitId != null'>
              AND v.family_id IN (SELECT f.id FROM cadre_family f WHERE f.unit_id = #{scope.unitId})
            </if>
            <if test='scope.childIds != null'>
              AND c.id IN (-1<foreach collection='scope.childIds' item='scopeChild'>, #{scopeChild}</foreach>)
            </if>
            """;

    static final String IN_SCOPE = "EXISTS (SELECT 1 FROM visit_child vc JOIN child c ON c.id = vc.child_id"
            + " WHERE vc.visit_id = v.id AND " + CHILD + ")\n";

    private VisitScope() {}
}

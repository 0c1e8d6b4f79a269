package org.tongxing.persistence;

/** The condition that every query over children carries; {@code c} is the child, {@code scope} the parameter. */
public final class ChildScope {

    public static final String IN_SCOPE = """
            c.village_code LIKE CONCAT(#{scope.division.value}, '%')
            <if test='scope.unitId != null'>
              AND EXISTS (SELECT 1 FROM pairing sp JOIN cadre_family sf ON sf.id = sp.family_id
                          WHERE sp.child_id = c.id AND sp.status = 'ACTIVE' AND sf.unit_id = #{scope.unitId})
            </if>
            <if test='scope.childIds != null'>
              AND c.id IN (-1<foreach collection='scope.childIds' item='scopeChild'>, #{scopeChild}</foreach>)
            </if>
            """;

    private ChildScope() {}
}

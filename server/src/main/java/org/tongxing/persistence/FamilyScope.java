package org.tongxing.persistence;

/** The condition that every query over families carries; {@code f} is the family, {@code scope} the parameter. */
public final class FamilyScope {

    public static final String IN_SCOPE = """
            f.division_code LIKE CONCAT(#{scope.division.value}, '%')
            <if test='scope.unitId != null'>AND f.unit_id = #{scope.unitId}</if>
            <if test='scope.childIds != null'>
              AND EXISTS (SELECT 1 FROM pairing sp WHERE sp.family_id = f.id AND sp.status = 'ACTIVE' AND sp.child_id IN
                          <foreach collection='scope.childIds' item='scopeChild' open='(-1' close=')'>, #{scopeChild}</foreach>)
            </if>
            """;

    private FamilyScope() {}
}

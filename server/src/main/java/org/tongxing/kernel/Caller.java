package org.tongxing.kernel;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The person behind a request of the console, in the one role he or she acts in now.
 *
 * @param roleId the row of the role in use
 * @param division where the role answers for children
 * @param unitId the unit a liaison answers for
 */
public record Caller(
        long accountId,
        String username,
        String displayName,
        long roleId,
        Role role,
        DivisionCode division,
        @Nullable Long unitId)
        implements Serializable {

    /** Whose rows this person may see; a liaison whose unit is not entered yet sees none. */
    public Scope scope() {
        if (this.role == Role.UNIT_LIAISON && this.unitId == null) {
            return Scope.ofUnit(this.division, 0);
        }
        return this.unitId == null ? Scope.of(this.division) : Scope.ofUnit(this.division, this.unitId);
    }
}

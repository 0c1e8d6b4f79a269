package org.tongxing.account;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Role;

/**
 * A role to grant.
 *
 * @param unitId the unit of a liaison, and of nobody else
 * @param endsOn the first day it no longer holds
 */
public record NewRole(
        Role role,
        DivisionCode division,
        @Nullable Long unitId,
        LocalDate startsOn,
        @Nullable LocalDate endsOn) {}

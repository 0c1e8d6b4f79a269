package org.tongxing.safeguard;

import java.util.Optional;
import java.util.Set;
import org.tongxing.kernel.Role;

/** How far up a report is shown: village, township and county at once, the city and the province when nobody accepts. */
public enum DangerLevel {
    COUNTY(Set.of(Role.CHILD_DIRECTOR, Role.CHILD_SUPERVISOR, Role.TOWNSHIP_ADMIN, Role.COUNTY_ADMIN)),
    CITY(Set.of(Role.CHILD_DIRECTOR, Role.CHILD_SUPERVISOR, Role.TOWNSHIP_ADMIN, Role.COUNTY_ADMIN, Role.CITY_ADMIN)),
    PROVINCE(Set.of(
            Role.CHILD_DIRECTOR,
            Role.CHILD_SUPERVISOR,
            Role.TOWNSHIP_ADMIN,
            Role.COUNTY_ADMIN,
            Role.CITY_ADMIN,
            Role.PROVINCE_ADMIN));

    private final Set<Role> onDuty;

    DangerLevel(Set<Role> onDuty) {
        this.onDuty = onDuty;
    }

    /** Whether somebody in this role has it on the screen at this level. */
    boolean isShownTo(Role role) {
        return this.onDuty.contains(role);
    }

    /** The level above, if there is one. */
    Optional<DangerLevel> above() {
        return ordinal() + 1 < values().length ? Optional.of(values()[ordinal() + 1]) : Optional.empty();
    }
}

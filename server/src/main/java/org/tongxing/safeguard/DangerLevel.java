package org.tongxing.safeguard;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tongxing.contract.ProblemCode;
import org.tongxing.kernel.Role;
import org.tongxing.problem.Refusal;

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

    /** The levels at which somebody in this role has a report on the screen; refused for who is never on duty. */
    static List<String> shownTo(Role role) {
        List<String> levels = Arrays.stream(values())
                .filter(level -> level.onDuty.contains(role))
                .map(DangerLevel::name)
                .toList();
        if (levels.isEmpty()) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
        return levels;
    }

    /** The level above, if there is one. */
    Optional<DangerLevel> above() {
        return ordinal() + 1 < values().length ? Optional.of(values()[ordinal() + 1]) : Optional.empty();
    }
}

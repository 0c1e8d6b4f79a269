package org.tongxing.kernel;

/** What a person answers for in the console; each role carries a scope of its own. */
public enum Role {
    TOWNSHIP_ADMIN,
    COUNTY_ADMIN,
    CITY_ADMIN,
    PROVINCE_ADMIN,
    CHILD_SUPERVISOR,
    CHILD_DIRECTOR,
    UNIT_LIAISON,
    SECURITY_ADMIN,
    AUDITOR;

    /** Above the township a password alone is not enough. */
    public boolean needsSecondFactor() {
        return this == COUNTY_ADMIN
                || this == CITY_ADMIN
                || this == PROVINCE_ADMIN
                || this == SECURITY_ADMIN
                || this == AUDITOR;
    }

    /** Whether the role can be held for a division of this level. */
    public boolean isHeldAt(DivisionCode.Level level) {
        return switch (this) {
            case TOWNSHIP_ADMIN, CHILD_SUPERVISOR -> level == DivisionCode.Level.TOWNSHIP;
            case COUNTY_ADMIN -> level == DivisionCode.Level.COUNTY;
            case CITY_ADMIN -> level == DivisionCode.Level.CITY;
            case PROVINCE_ADMIN -> level == DivisionCode.Level.PROVINCE;
            case CHILD_DIRECTOR -> level == DivisionCode.Level.VILLAGE;
            case UNIT_LIAISON -> level == DivisionCode.Level.COUNTY || level == DivisionCode.Level.TOWNSHIP;
            case SECURITY_ADMIN, AUDITOR -> level != DivisionCode.Level.VILLAGE;
        };
    }

    /** Security administrators and auditors keep accounts and logs; they read no case. */
    public boolean readsCases() {
        return this != SECURITY_ADMIN && this != AUDITOR;
    }

    /** Who visits or supervises by risk knows the tier; a unit that sends families does not need to. */
    public boolean seesRisk() {
        return readsCases() && this != UNIT_LIAISON;
    }

    /** Administrators of a place arrange who helps whom. */
    public boolean administers() {
        return this == TOWNSHIP_ADMIN || this == COUNTY_ADMIN || this == CITY_ADMIN || this == PROVINCE_ADMIN;
    }

    /** Who arranges pairings, and says yes to what somebody else asked for: administrators and the child supervisor. */
    public boolean arranges() {
        return administers() || this == CHILD_SUPERVISOR;
    }
}

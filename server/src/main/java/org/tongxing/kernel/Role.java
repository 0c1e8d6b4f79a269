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
        return this == COUNTY_ADMIN || this == CITY_ADMIN || this == PROVINCE_ADMIN;
    }

    /** Security administrators and auditors keep accounts and logs; they read no case. */
    public boolean readsCases() {
        return this != SECURITY_ADMIN && this != AUDITOR;
    }
}

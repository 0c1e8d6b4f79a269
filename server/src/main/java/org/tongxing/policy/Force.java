package org.tongxing.policy;

/** How much a rule weighs. */
public enum Force {
    /** 必须: nobody waives it. */
    MUST,
    /** 原则上: may be waived, with a reason, an approver and an expiry [JB-02]. */
    IN_PRINCIPLE,
    /** A setting of this place; no document says it. */
    LOCAL
}

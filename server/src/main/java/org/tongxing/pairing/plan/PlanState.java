package org.tongxing.pairing.plan;

/** Where a plan stands. */
public enum PlanState {
    RUNNING,
    FAILED,
    CANCELLED,
    DRAFT,
    SUBMITTED,
    APPROVED,
    PUBLISHING,
    PUBLISHED
}

package org.tongxing.helper;

/** Where a family stands on its way in and out [JB-30, JB-31]. */
public enum FamilyState {
    APPLIED,
    CONFIRMED,
    REFUSED,
    LEFT
}

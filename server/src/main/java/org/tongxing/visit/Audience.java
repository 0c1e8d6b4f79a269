package org.tongxing.visit;

/** Who may read about a visit once it is released: families that come after, or the child's guardians. */
public enum Audience {
    FAMILY,
    PARENT
}

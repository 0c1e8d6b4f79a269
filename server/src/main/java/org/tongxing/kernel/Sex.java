package org.tongxing.kernel;

/** As on the identity card. */
public enum Sex {
    MALE,
    FEMALE
}

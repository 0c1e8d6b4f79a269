package org.tongxing.audit;

/** What was done, as the guardian who asks will read it. */
public enum Deed {
    LISTED,
    READ,
    UNMASKED,
    EXPORTED,
    IMPORTED,
    PAIRED,
    ENDED,
    CONFIRMED,
    REFUSED,
    SIGNED_IN,
    SIGN_IN_FAILED,
    SIGNED_OUT,
    OUT_OF_SCOPE,
    CHANGED
}

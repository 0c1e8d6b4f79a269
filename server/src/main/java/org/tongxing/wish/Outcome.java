package org.tongxing.wish;

/** How a promise ended. */
public enum Outcome {
    FULFILLED,
    /** It was not arranged, or not brought, in time. */
    EXPIRED,
    GIVEN_BACK,
    /** Whoever promised it may not help any more. */
    ACCESS_LOST,
    /** Somebody of the township took it back. */
    TAKEN_BACK,
    /** The wish itself was cancelled. */
    CANCELLED
}

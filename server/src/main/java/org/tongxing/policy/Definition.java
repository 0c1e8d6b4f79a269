package org.tongxing.policy;

import org.jspecify.annotations.Nullable;

/**
 * What a clause of kind category or definition asks.
 *
 * @param category the code, if it is a category
 * @param name what the document calls it
 * @param otherwise what is said when it does not hold
 */
record Definition(@Nullable String category, String name, About about, Condition when, String otherwise) {

    /** Whom a condition is asked of. */
    enum About {
        CHILD,
        PARENT,
        PLACE
    }
}

package org.tongxing.audit;

import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.Caller;

/** Who did it, as far as it is known. */
record Doer(@Nullable Long accountId, @Nullable String role, String division) {

    static Doer of(@Nullable Caller caller) {
        return caller == null
                ? new Doer(null, null, "")
                : new Doer(
                        caller.accountId(),
                        caller.role().name(),
                        caller.division().value());
    }
}

package org.tongxing.board;

import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.Caller;
import org.tongxing.membership.PhoneCaller;

/** Who wrote a need down: somebody at the console, or on a phone. */
record Writer(@Nullable Long account, @Nullable Long phone) {

    static Writer of(Caller caller) {
        return new Writer(caller.accountId(), null);
    }

    static Writer of(PhoneCaller caller) {
        return new Writer(null, caller.accountId());
    }
}

package org.tongxing.wish;

import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.Caller;
import org.tongxing.membership.PhoneCaller;

/** Who does something to a wish: somebody at the console, on a phone, or the clock. */
record By(@Nullable Long account, @Nullable Long phone) {

    static final By CLOCK = new By(null, null);

    static By of(Caller caller) {
        return new By(caller.accountId(), null);
    }

    static By of(PhoneCaller caller) {
        return new By(null, caller.accountId());
    }
}

package org.tongxing.membership;

import java.time.Duration;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Bounds how many codes one phone may try: a code has sixty bits, but nobody shall even start. */
@Component
@RequiredArgsConstructor
public class InvitationAttempts {

    private static final int AN_HOUR = 10;

    private final Limits limits;

    public void count(PhoneCaller caller) {
        this.limits.count("invitation:" + caller.accountId(), AN_HOUR, Duration.ofHours(1));
    }
}

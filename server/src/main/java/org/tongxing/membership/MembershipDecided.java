package org.tongxing.membership;

import java.time.LocalDateTime;

/** Somebody has confirmed or refused a request. Carries ids only. */
public record MembershipDecided(
        long membershipId, long phoneAccountId, boolean confirmed, String division, LocalDateTime at) {}

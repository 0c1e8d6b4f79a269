package org.tongxing.membership;

import java.time.LocalDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongxing.child.Access;
import org.tongxing.contract.PhoneSessionEndpoint.TieKind;
import org.tongxing.contract.PhoneSessionEndpoint.TieState;

/**
 * A tie as the person sees it who has to decide about it, unmasked; whoever shows it masks it first.
 *
 * @param personName the person on file it says to be
 * @param relation of that person to the child
 * @param access of that person to the child; null where there is no child
 * @param phoneOnFile the number on file
 * @param phoneVerified the number the phone has proved to hold
 * @param endedBy who ended it; null with {@code endedAt} for somebody who left
 */
public record Tie(
        long id,
        TieKind kind,
        TieState state,
        Source source,
        @Nullable String personName,
        @Nullable String relation,
        @Nullable Access access,
        @Nullable String unitName,
        @Nullable Long childId,
        @Nullable String childName,
        String placeName,
        @Nullable String phoneOnFile,
        @Nullable String phoneVerified,
        Set<Warning> warnings,
        LocalDateTime requestedAt,
        @Nullable Long decidedBy,
        @Nullable LocalDateTime decidedAt,
        @Nullable Long endedBy,
        @Nullable LocalDateTime endedAt,
        @Nullable String reason) {

    /** How the request came about. */
    public enum Source {
        PHONE,
        INVITATION,
        OFFER
    }

    /** What to look at twice before confirming. */
    public enum Warning {
        /** The adult is kept away from the child; confirming is refused. */
        KEPT_AWAY,
        /** Two different people are on file with the verified number. */
        NUMBER_OF_TWO,
        /** The phone proved another number than the one on file. */
        NUMBER_DIFFERS,
        /** No number is on file to compare with. */
        NUMBER_NOT_ON_FILE,
        /** The phone has proved no number at all. */
        NOT_VERIFIED,
        /** Somebody else is confirmed as this person already. */
        ANOTHER_PHONE,
        /** The same phone was refused or revoked as this person before. */
        REFUSED_BEFORE,
        /** It was confirmed, then the number changed. */
        NUMBER_CHANGED,
        /** It was confirmed, then nobody came for two months. */
        LONG_AWAY,
        /** The family no longer takes part. */
        FAMILY_LEFT
    }
}

package org.tongxing.volunteer;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.tongxing.contract.PhoneSessionEndpoint.TieState;
import org.tongxing.contract.VolunteerEndpoint.VolunteerKind;

/**
 * A volunteer as those see it who answer for the place, unmasked; whoever shows it masks it first.
 *
 * @param places where within the reader's scope, in words
 * @param asking in how many of them nobody has said yes yet
 * @param promises how many wishes are promised and not yet brought
 * @param samePerson whether the same ID number has registered from another phone as well
 */
public record Volunteer(
        long id,
        long phoneAccountId,
        VolunteerKind kind,
        String name,
        @Nullable String organisation,
        @Nullable String phone,
        Readiness readiness,
        Standing standing,
        String places,
        int asking,
        int promises,
        boolean samePerson,
        LocalDateTime registeredAt) {

    /** Where a volunteer stands with a place, in the order of work; whoever has left has no tie and stands nowhere. */
    public enum Standing {
        /** The check or the training is missing. */
        TO_CHECK,
        /** Everything is there, somebody has to say yes. */
        TO_CONFIRM,
        HELPING,
        /** Was confirmed, and the check or the training has run out. */
        EXPIRED,
        SUSPENDED
    }

    /** A place within the reader's scope, approved by itself; the tie is what is confirmed or revoked. */
    public record HelpPlace(long tie, String name, TieState state) {}
}

package org.tongxing.volunteer;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.tongxing.contract.VolunteerEndpoint.VolunteerKind;

/**
 * What somebody says against a volunteer, unmasked; whoever shows it masks it first.
 *
 * @param raisedAs who complains, by what that person is to the child and not by name
 * @param settledByName who decided, and {@code reason} why; null until another person has looked into it
 */
public record Complaint(
        long id,
        long volunteerId,
        String volunteerName,
        VolunteerKind kind,
        @Nullable String organisation,
        Raiser raisedAs,
        String about,
        LocalDateTime raisedAt,
        State state,
        @Nullable LocalDateTime settledAt,
        @Nullable String settledByName,
        @Nullable String reason) {

    /** How far somebody has looked into it. */
    public enum State {
        OPEN,
        FOUNDED,
        UNFOUNDED
    }

    /** As what somebody complains; those of the console are the desk. */
    public enum Raiser {
        DESK,
        CADRE_FAMILY,
        PARENT,
        CAREGIVER,
        CHILD_DIRECTOR,
        CHILD_SUPERVISOR
    }
}

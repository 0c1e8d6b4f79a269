package org.tongxing.companion;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.tongxing.contract.CompanionEndpoint.CompanionKind;
import org.tongxing.kernel.ChildId;

/**
 * One episode {@code [startsOn, endsOn)} of a volunteer with a child, names unmasked; whoever shows it masks it first.
 *
 * @param endedBy nobody's account for one that ended by itself
 */
public record Companionship(
        long id,
        ChildId child,
        String childName,
        long volunteer,
        String volunteerName,
        CompanionKind kind,
        Status status,
        String plan,
        LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable EndReason endReason,
        long proposedBy,
        String proposedByName,
        LocalDateTime proposedAt,
        @Nullable String decision,
        @Nullable Long endedBy) {

    static Companionship of(CompanionMapper.Row row) {
        return new Companionship(
                row.id(),
                new ChildId(row.childId()),
                row.childName(),
                row.volunteerId(),
                row.volunteerName(),
                CompanionKind.valueOf(row.kind()),
                Status.valueOf(row.status()),
                row.plan(),
                row.startsOn(),
                row.endsOn(),
                row.endReason() == null ? null : EndReason.valueOf(row.endReason()),
                row.proposedBy(),
                row.proposedByName() == null ? "" : row.proposedByName(),
                row.proposedAt(),
                row.decision(),
                row.endedBy());
    }

    /** Where an episode stands. */
    public enum Status {
        /** Waits for another person; the volunteer sees nothing yet. */
        PROPOSED,
        REFUSED,
        ACTIVE,
        ENDED
    }

    /** Why an episode ended. */
    public enum EndReason {
        /** The volunteer has left, was stopped, or is not checked or trained any more. */
        VOLUNTEER_STOPPED,
        /** A girl has reached the age from which only a woman may be with her. */
        GIRL_NEEDS_WOMAN,
        CHILD_LEFT,
        CHILD_ASKED,
        VOLUNTEER_ASKED,
        DONE,
        OTHER
    }
}

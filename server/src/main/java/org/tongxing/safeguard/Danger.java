package org.tongxing.safeguard;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongxing.contract.DangerEndpoint.DangerKind;
import org.tongxing.contract.DangerEndpoint.DangerState;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.Role;

/**
 * A report, opened for those on duty, without who reported.
 *
 * @param child null for a child the system does not know, or the reporter could not name
 * @param acceptBy goes one level up when nobody has taken it up until then
 */
public record Danger(
        long id,
        DangerKind kind,
        DangerState state,
        DangerLevel level,
        LocalDateTime acceptBy,
        @Nullable String words,
        @Nullable ChildId child,
        @Nullable String childWords,
        DivisionCode place,
        boolean calledPolice,
        LocalDateTime discoveredAt,
        LocalDateTime reportedAt,
        LocalDateTime receivedAt,
        List<Addition> additions,
        List<Receipt> receipts,
        @Nullable String acceptedBy,
        @Nullable LocalDateTime acceptedAt,
        List<Note> notes,
        @Nullable Closing closing) {

    /** Words that came later under the same key. */
    public record Addition(String words, LocalDateTime at) {}

    /** Who had it on the screen, and when first. */
    public record Receipt(String name, Role role, LocalDateTime at) {}

    /** What somebody on duty did about it. */
    public record Note(String words, String by, LocalDateTime at) {}

    /** How it ended. */
    public record Closing(String outcome, String by, LocalDateTime at) {}
}

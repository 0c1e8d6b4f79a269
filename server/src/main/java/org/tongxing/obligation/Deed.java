package org.tongxing.obligation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.FamilyId;
import org.tongxing.policy.Actor;
import org.tongxing.policy.DeedKind;

/**
 * Something that was done about a child, or about a family that helps.
 *
 * @param family whose deed it was, if a family's; or who was trained
 * @param child null only for the training of a family
 */
public record Deed(
        Actor by, @Nullable FamilyId family, @Nullable ChildId child, DeedKind kind, LocalDate on, Outcome outcome) {

    /** What a visit of a family was. */
    public static Deed visit(FamilyId family, ChildId child, LocalDate on, Outcome outcome) {
        return new Deed(Actor.CADRE_FAMILY, family, child, DeedKind.VISIT, on, outcome);
    }

    /** Whether it came to anything. */
    public enum Outcome {
        /** The child was met, the call was made. */
        DONE,
        /** Somebody went and met nobody: honest, shown, and not counted. */
        TRIED
    }
}

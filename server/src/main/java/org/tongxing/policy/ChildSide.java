package org.tongxing.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.FamilyId;
import org.tongxing.kernel.Sex;

/**
 * What the pairing rules ask of a child.
 *
 * @param categories the codes it is in on that day
 * @param pairedWith the family of its active pairing
 * @param siblingsWith the families its siblings are actively paired with
 */
public record ChildSide(
        LocalDate birthOn,
        Sex sex,
        DivisionCode village,
        Set<String> categories,
        @Nullable FamilyName pairedWith,
        List<FamilyName> siblingsWith) {

    /** A family as a sentence names it, such as 冯家. */
    public record FamilyName(FamilyId id, String name) {}
}

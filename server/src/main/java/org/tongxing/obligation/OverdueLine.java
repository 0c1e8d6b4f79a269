package org.tongxing.obligation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tongxing.child.Resident;
import org.tongxing.helper.Helpers;
import org.tongxing.policy.RiskTier;

/**
 * One thing that waits, as supervisors list it; unmasked, whoever shows it masks it first.
 *
 * @param child null for what is owed to a family
 * @param family who owes it, or whom it is owed to, if a family
 * @param since since when it is overdue; until when it is due if it is not
 * @param days for how many days it has been overdue
 * @param efforts how often somebody went in vain in the window that waits
 */
public record OverdueLine(
        Owed owed,
        @Nullable Resident child,
        Helpers.@Nullable Named family,
        @Nullable RiskTier tier,
        NextDeed next,
        LocalDate since,
        long days,
        int efforts) {

    static final Comparator<OverdueLine> LONGEST_FIRST = Comparator.comparing(OverdueLine::since)
            .thenComparing(line -> line.child() == null ? 0L : line.child().id().value())
            .thenComparing(line -> line.owed().rule().clause());

    static OverdueLine of(
            Owed owed,
            NextDeed next,
            @Nullable Resident child,
            Helpers.@Nullable Named family,
            @Nullable RiskTier tier) {
        LocalDate since = owed.overdueSince().orElse(next.until());
        return new OverdueLine(
                owed,
                child,
                family,
                tier,
                next,
                since,
                Math.max(0, ChronoUnit.DAYS.between(since, owed.asOf())),
                owed.next().map(Window::efforts).orElse(0));
    }

    /** The children these lines are about, each once, for the audit. */
    public static List<Long> childIds(Collection<OverdueLine> lines) {
        return lines.stream()
                .map(OverdueLine::child)
                .filter(Objects::nonNull)
                .map(child -> child.id().value())
                .distinct()
                .toList();
    }
}

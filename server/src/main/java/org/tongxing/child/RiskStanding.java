package org.tongxing.child;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongxing.policy.RiskTier;
import org.tongxing.policy.TierInterval;
import org.tongxing.policy.TierProposal;

/**
 * How a child stands with its risk tier.
 *
 * @param now the tier of today; null where no book sorts by risk and nobody did
 * @param proposals the situations of today that a rule book names, the highest tier first
 * @param history the tiers until today, the newest first
 * @param decisions of people, the newest first
 * @param entry when the tier was last put into the national register
 */
public record RiskStanding(
        @Nullable TierInterval now,
        List<TierProposal> proposals,
        List<TierInterval> history,
        List<Decision> decisions,
        @Nullable Entry entry) {

    /** Somebody put the child into a tier; {@code by} is null when an alarm did. */
    public record Decision(
            RiskTier tier,
            @Nullable RiskTier previous,
            @Nullable String reason,
            boolean byTeam,
            @Nullable Long by,
            LocalDateTime at) {}

    /** Somebody put the tier into the national register [GD-25]. */
    public record Entry(RiskTier tier, long by, LocalDateTime at) {}
}

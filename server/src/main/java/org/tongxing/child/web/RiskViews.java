package org.tongxing.child.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongxing.child.RiskStanding;
import org.tongxing.policy.RiskTier;
import org.tongxing.policy.TierInterval;
import org.tongxing.policy.TierProposal;

/** Risk tiers as the console shows them; which colour goes with a tier is for the page to say. */
final class RiskViews {

    private RiskViews() {}

    /**
     * The tier of a child.
     *
     * @param mayLower whether the person who reads this may lower it
     */
    record RiskView(
            @Nullable TierView now,
            List<ProposalView> proposals,
            List<TierView> history,
            List<DecisionView> decisions,
            @Nullable RiskEntryView entry,
            boolean mayLower) {

        static RiskView of(RiskStanding standing, Map<Long, String> names, boolean mayLower) {
            RiskStanding.Entry entry = standing.entry();
            TierInterval now = standing.now();
            return new RiskView(
                    now == null ? null : TierView.of(now),
                    standing.proposals().stream().map(ProposalView::of).toList(),
                    standing.history().stream().map(TierView::of).toList(),
                    standing.decisions().stream()
                            .map(one -> DecisionView.of(one, names))
                            .toList(),
                    entry == null
                            ? null
                            : new RiskEntryView(entry.tier(), names.getOrDefault(entry.by(), ""), entry.at()),
                    mayLower);
        }
    }

    /** Days in a tier, and why; {@code endsOn} is exclusive. */
    record TierView(RiskTier tier, String basis, String why, LocalDate startsOn, LocalDate endsOn) {

        static TierView of(TierInterval one) {
            return new TierView(one.tier(), one.basis(), one.why(), one.startsOn(), one.endsOn());
        }
    }

    /** A situation that a rule book names. */
    record ProposalView(RiskTier tier, String clause, String why) {

        static ProposalView of(TierProposal one) {
            return new ProposalView(one.tier(), one.clause().toString(), one.why());
        }
    }

    /** What somebody decided; nobody's name when an alarm did. */
    record DecisionView(
            RiskTier tier,
            @Nullable RiskTier previous,
            @Nullable String reason,
            boolean byTeam,
            @Nullable String by,
            LocalDateTime at) {

        static DecisionView of(RiskStanding.Decision one, Map<Long, String> names) {
            return new DecisionView(
                    one.tier(),
                    one.previous(),
                    one.reason(),
                    one.byTeam(),
                    one.by() == null ? null : names.get(one.by()),
                    one.at());
        }
    }

    /** Who put it into the national register, and when. */
    record RiskEntryView(RiskTier tier, String by, LocalDateTime at) {}

    /** The children of a place by tier. */
    record GradedView(List<TierCount> counts, List<GradedChildView> rows, long total) {}

    /** How many are in a tier. */
    record TierCount(RiskTier tier, int children) {}

    /** A child in the list, masked. */
    record GradedChildView(
            long id, String name, int age, String village, RiskTier tier, String basis, String why, LocalDate since) {}
}

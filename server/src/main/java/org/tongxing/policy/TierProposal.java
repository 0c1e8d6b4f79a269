package org.tongxing.policy;

import org.tongxing.kernel.ClauseId;

/** A situation of a child that a rule book names among those of a tier. */
public record TierProposal(RiskTier tier, ClauseId clause, String why) {}

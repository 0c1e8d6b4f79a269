package org.tongxing.policy;

import java.time.LocalDateTime;

/** A person put a child into a risk tier; what was known at that moment no longer raises it. */
public record TierDecision(RiskTier tier, LocalDateTime at) {}

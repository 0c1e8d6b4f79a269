package org.tongxing.policy;

import java.util.List;

/** Which children a rule book puts into a risk tier: whoever is in one of these situations, and others like them. */
record TierDefinition(RiskTier tier, List<Trigger> triggers) {

    /** One situation, by the name the document gives it. */
    record Trigger(String name, Condition when) {}
}

package org.tongxing.policy;

import org.tongxing.kernel.Clause;

/** 风险等级, the highest first. A code, never a colour: colours are for screens, and a rule book may choose others. */
@Clause("GD-15")
public enum RiskTier {
    HIGH("高"),
    MEDIUM_HIGH("中高"),
    MEDIUM_LOW("中低"),
    LOW("低");

    private final String label;

    RiskTier(String label) {
        this.label = label;
    }

    public String label() {
        return this.label;
    }

    public boolean isAbove(RiskTier other) {
        return compareTo(other) < 0;
    }
}

package org.tongxing.safeguard;

import lombok.RequiredArgsConstructor;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.tongxing.child.RiskTiers;
import org.tongxing.kernel.Clause;
import org.tongxing.policy.RiskTier;

/**
 * A child somebody reported to be in danger is in the highest tier from then on. Beside the report and tried again if need
 * be: whatever goes wrong here, the report itself has been taken.
 */
@Component
@RequiredArgsConstructor
class RaisedRisk {

    private final RiskTiers tiers;

    @Clause("GD-18")
    @ApplicationModuleListener
    void on(DangerReported event) {
        if (event.child() != null) {
            this.tiers.raise(event.child(), RiskTier.HIGH, "有人报告险情");
        }
    }
}

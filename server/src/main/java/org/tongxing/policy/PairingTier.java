package org.tongxing.policy;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.ClauseId;

/**
 * How a child has to be paired: its highest category decides [JB-18].
 *
 * @param category the one that decides
 * @param clause the one that says so
 */
public record PairingTier(Mode mode, String category, ClauseId clause) {

    /** The way of pairing a clause asks for, or allows. */
    public enum Mode {
        /** 至少一户爱心家庭. */
        DEDICATED_FAMILY,
        /** 可由部门包片. */
        AREA_DUTY_ALLOWED
    }

    /** Empty if no adopted book pairs children of these categories. */
    @Clause("JB-18")
    @Clause("JB-21")
    @Clause("JB-23")
    public static Optional<PairingTier> of(AdoptedRules rules, Collection<String> categories) {
        return rules.on("categoryPrecedence")
                .flatMap(precedence -> precedence.parameters().texts("order").stream()
                        .filter(categories::contains)
                        .findFirst())
                .flatMap(highest -> tier(rules, "dedicatedFamily", Mode.DEDICATED_FAMILY, highest)
                        .or(() -> tier(rules, "areaDuty", Mode.AREA_DUTY_ALLOWED, highest)));
    }

    private static Optional<PairingTier> tier(AdoptedRules rules, String subject, Mode mode, String category) {
        return rules.on(subject)
                .filter(clause -> covers(clause, category))
                .map(clause -> new PairingTier(mode, category, clause.id()));
    }

    private static boolean covers(RuleClause clause, String category) {
        List<String> categories = clause.parameters().texts("categories");
        return categories.contains(category);
    }
}

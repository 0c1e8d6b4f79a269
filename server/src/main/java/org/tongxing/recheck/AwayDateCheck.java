package org.tongxing.recheck;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.tongxing.coverage.Coverage.Standing;
import org.tongxing.kernel.ChildId;
import org.tongxing.kernel.Clause;
import org.tongxing.pairing.Constraints;
import org.tongxing.policy.AdoptedRules;
import org.tongxing.policy.RuleClause;

/**
 * Children who count as left behind although nobody wrote since when a parent is away: counted for the child until somebody
 * has asked, and on the list so that somebody does.
 *
 * @param undated the children of whom a parent is away without a day
 */
record AwayDateCheck(
        String village, LocalDate day, AdoptedRules adopted, List<Standing> standings, Set<ChildId> undated) {

    @Clause("JB-17")
    @Clause("GD-06")
    List<Item> items() {
        String category =
                this.adopted.on("leftBehind").flatMap(RuleClause::category).orElse("");
        return this.standings.stream()
                .filter(standing -> this.undated.contains(standing.child().id())
                        && Constraints.held(standing.child().categories(), this.day)
                                .contains(category))
                .map(this::item)
                .toList();
    }

    private Item item(Standing standing) {
        return new Item(
                Kind.AWAY_DATE_MISSING,
                this.village,
                this.adopted
                        .on(Kind.AWAY_DATE_MISSING.subject())
                        .map(rule -> rule.id().toString())
                        .orElse(Kind.AWAY_DATE_MISSING.local()),
                "父母哪天外出的没填，先按满了时间算",
                standing.child().id().value(),
                null,
                null,
                null,
                standing.child().registeredOn());
    }
}

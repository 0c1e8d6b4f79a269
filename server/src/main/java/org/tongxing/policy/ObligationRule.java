package org.tongxing.policy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.ClauseId;

/**
 * What a clause makes somebody owe to a child: who, what, how often, and for which children.
 *
 * @param title the clause in plain words
 * @param alsoBy whose deeds count as well; nobody's do unless the document says so
 * @param count how often in each window
 * @param perYear how often in a calendar year, where the document counts by the year and we cut it into windows
 * @param occasions on which it is owed; empty unless {@code per} is OCCASION
 * @param tiers of which children; empty for children of any tier or none
 * @param whom the subjects of the categories it is owed to; empty for children of any category
 */
public record ObligationRule(
        ClauseId clause,
        Force force,
        String title,
        Actor actor,
        Set<Actor> alsoBy,
        DeedKind deed,
        int count,
        Rhythm per,
        @Nullable Integer perYear,
        List<Occasion> occasions,
        Set<RiskTier> tiers,
        Set<String> whom) {

    /**
     * What two books may both speak of: the same actor's rhythm of the same deed. A festival or an alarm is not a rhythm,
     * so that a visit at New Year never stands in for the monthly one.
     */
    public String thing() {
        String apart = this.per == Rhythm.OCCASION || this.per == Rhythm.AT_ONCE ? "." + this.per : "";
        return this.actor + "." + this.deed + apart;
    }

    /** Whether it is owed to a family that helps, and not to a child. */
    public boolean isAboutFamilies() {
        return this.deed == DeedKind.TRAINING;
    }

    /** Whether what this actor did counts. */
    public boolean counts(Actor by, DeedKind done) {
        return (by == this.actor || this.alsoBy.contains(by)) && done.satisfies(this.deed);
    }

    /** In words: 结对家庭每两个月上门走访 1 次. */
    public String say() {
        String when = this.per == Rhythm.OCCASION
                ? this.occasions.stream().map(Occasion::label).collect(Collectors.joining("、"))
                : this.per.label();
        String year = this.perYear == null ? "" : "，一年 " + this.perYear + " 次";
        String whose = this.tiers.isEmpty()
                ? ""
                : "（风险" + this.tiers.stream().sorted().map(RiskTier::label).collect(Collectors.joining("、")) + "）";
        return this.actor.label() + when + this.deed.label() + " " + this.count + " 次" + year + whose;
    }

    /** Whether this speaks of at least the children the other speaks of, so that the other has nothing left to say. */
    boolean reachesAllOf(ObligationRule other) {
        return thing().equals(other.thing())
                && (this.tiers.isEmpty() || (!other.tiers.isEmpty() && this.tiers.containsAll(other.tiers)))
                && (this.whom.isEmpty() || (!other.whom.isEmpty() && this.whom.containsAll(other.whom)));
    }
}

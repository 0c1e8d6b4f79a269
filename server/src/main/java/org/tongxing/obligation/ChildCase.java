package org.tongxing.obligation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongxing.child.Resident;
import org.tongxing.pairing.Episode;
import org.tongxing.policy.Days;
import org.tongxing.policy.Period;
import org.tongxing.policy.RiskTier;
import org.tongxing.policy.TierInterval;

/**
 * What is known of a child that bears on what it is owed.
 *
 * @param entrusted the days on which parents who work away have left the child in somebody's care
 * @param waived the days on which nobody has to go and see the child
 */
record ChildCase(
        Resident child, List<TierInterval> tiers, List<Episode> episodes, List<Period> entrusted, List<Period> waived) {

    private static final int GROWN_UP = 18;

    /** From registration until the child leaves or comes of age. */
    Days present() {
        LocalDate end = this.child.birthOn().plusYears(GROWN_UP);
        LocalDate left = this.child.leftOn();
        return Days.of(this.child.registeredOn(), left != null && left.isBefore(end) ? left : end);
    }

    Days inAnyCategory() {
        return Days.of(this.child.categories().stream()
                .map(held -> new Period(held.startsOn(), held.endsOn()))
                .toList());
    }

    Days inCategories(Collection<String> codes) {
        return Days.of(this.child.categories().stream()
                .filter(held -> codes.contains(held.category()))
                .map(held -> new Period(held.startsOn(), held.endsOn()))
                .toList());
    }

    Days inTiers(Collection<RiskTier> wanted) {
        return Days.of(this.tiers.stream()
                .filter(one -> wanted.contains(one.tier()))
                .map(one -> new Period(one.startsOn(), one.endsOn()))
                .toList());
    }

    @Nullable
    RiskTier tierOn(LocalDate day) {
        return this.tiers.stream()
                .filter(one -> one.holdsOn(day))
                .map(TierInterval::tier)
                .findFirst()
                .orElse(null);
    }
}

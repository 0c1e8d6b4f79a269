package org.tongxing.pairing.planning;

import java.util.Arrays;
import java.util.List;
import org.tongxing.kernel.Clause;

/** Finds out why a group was left out, from what is left at the end. */
final class Reasons {

    private final Market market;
    private final Costs costs;
    private final int[] given;
    private final boolean complete;

    Reasons(Market market, Costs costs, int[] given, boolean complete) {
        this.market = market;
        this.costs = costs;
        this.given = given;
        this.complete = complete;
    }

    @Clause("JB-22")
    @Clause("JB-24")
    Plan.Reason of(Applicant group) {
        if (group.tied()) {
            return ofTied(group);
        }
        int[] byPlace = this.costs.byPlace(group);
        List<Offer> special = this.costs.special(group);
        boolean anyone = false;
        int mostAnywhere = 0;
        int mostSuitable = 0;
        for (Offer offer : this.market.offers()) {
            if (byPlace[offer.place] != Costs.BLOCKED || special.contains(offer)) {
                anyone = true;
                int left = mostLeft(offer);
                mostAnywhere = Math.max(mostAnywhere, left);
                if (offer.femaleCadre || !group.needsFemaleCadre()) {
                    mostSuitable = Math.max(mostSuitable, left);
                }
            }
        }
        if (!anyone && !nothingOffered()) {
            return Plan.Reason.NO_FAMILY_IN_REACH;
        }
        if (mostSuitable >= group.size()) {
            return this.complete ? Plan.Reason.NO_FAMILY_IN_REACH : Plan.Reason.STOPPED_EARLY;
        }
        if (group.needsFemaleCadre() && mostAnywhere >= group.size()) {
            return Plan.Reason.NO_FEMALE_CADRE_LEFT;
        }
        return mostSuitable > 0 ? Plan.Reason.GROUP_TOO_BIG : Plan.Reason.FAMILIES_FULL;
    }

    private Plan.Reason ofTied(Applicant group) {
        boolean withoutFemaleCadre = group.needsFemaleCadre()
                && group.offers().length > 0
                && Arrays.stream(group.offers())
                        .mapToObj(this.market.offers()::get)
                        .noneMatch(offer -> offer.femaleCadre);
        if (withoutFemaleCadre) {
            return Plan.Reason.SIBLING_FAMILY_WITHOUT_FEMALE_CADRE;
        }
        boolean room = Arrays.stream(group.offers())
                .mapToObj(this.market.offers()::get)
                .anyMatch(offer -> (offer.femaleCadre || !group.needsFemaleCadre()) && mostLeft(offer) >= group.size());
        return room && !this.complete ? Plan.Reason.STOPPED_EARLY : Plan.Reason.SIBLING_FAMILY_FULL;
    }

    private boolean nothingOffered() {
        return this.market.offers().isEmpty();
    }

    private int mostLeft(Offer offer) {
        int most = 0;
        for (int family : offer.families) {
            most = Math.max(most, offer.room - this.given[family]);
        }
        return most;
    }
}

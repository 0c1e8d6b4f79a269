package org.tongxing.pairing.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * What a group would cost with each offer, load apart. Most offers differ for a group by their place alone, so costs are
 * given by place; the few that mean something more to it, because they are linked to its village or have one of the
 * children today, are named one by one. That keeps looking at <em>all</em> pairs affordable.
 */
final class Costs {

    /** Stands for a place beyond reach. */
    static final int BLOCKED = Integer.MAX_VALUE;

    private final Market market;
    private final Distances distances;
    private final Settings settings;
    private final List<List<Offer>> linkedTo = new ArrayList<>();
    private final int[] row;
    private final int[] sum;
    private int rowVillage = -1;

    Costs(Market market, Settings settings) {
        this.market = market;
        this.distances = market.distances();
        this.settings = settings;
        int places = this.distances.places();
        for (int i = 0; i < places; i++) {
            this.linkedTo.add(new ArrayList<>());
        }
        for (Offer offer : market.offers()) {
            for (int village : offer.linkedVillages) {
                this.linkedTo.get(village).add(offer);
            }
        }
        this.row = new int[places];
        this.sum = new int[places];
    }

    /** The cost of a whole group with an offer of each place that is not special to it; the array is used again. */
    int[] byPlace(Applicant group) {
        if (group.tied()) {
            Arrays.fill(this.sum, BLOCKED);
            return this.sum;
        }
        int everywhere = group.size() * this.settings.notLinked();
        for (int current : group.current()) {
            everywhere += current >= 0 ? this.settings.change() : 0;
        }
        Arrays.fill(this.sum, everywhere);
        for (int village : group.villages()) {
            turnTo(village);
            for (int place = 0; place < this.sum.length; place++) {
                boolean blocked = this.sum[place] == BLOCKED || this.row[place] == BLOCKED;
                this.sum[place] = blocked ? BLOCKED : this.sum[place] + this.row[place];
            }
        }
        return this.sum;
    }

    private void turnTo(int village) {
        if (village == this.rowVillage) {
            return;
        }
        this.rowVillage = village;
        Integer reach = this.settings.reachMetres();
        for (int place = 0; place < this.row.length; place++) {
            boolean blocked = reach != null && this.distances.metres(village, place) > reach;
            this.row[place] = blocked ? BLOCKED : placeCost(village, place);
        }
    }

    /** Offers that may cost less than their place says. Neither reach nor distance keeps a group from its siblings. */
    List<Offer> special(Applicant group) {
        List<Offer> special;
        if (group.size() == 1 && !group.tied() && group.current()[0] < 0) {
            special = this.linkedTo.get(group.villages()[0]);
        } else {
            TreeSet<Integer> numbers = new TreeSet<>();
            if (group.tied()) {
                Arrays.stream(group.offers()).forEach(numbers::add);
            } else {
                Arrays.stream(group.current()).filter(current -> current >= 0).forEach(numbers::add);
                for (int village : group.villages()) {
                    this.linkedTo.get(village).forEach(offer -> numbers.add(offer.number));
                }
            }
            special = numbers.stream().map(this.market.offers()::get).toList();
        }
        return special.stream()
                .filter(offer -> suits(group, offer) && reachable(group, offer))
                .toList();
    }

    /** Each child of a free group needs a family in reach, or linked to its village, or its own of today. */
    private boolean reachable(Applicant group, Offer offer) {
        Integer reach = this.settings.reachMetres();
        if (reach == null || group.tied()) {
            return true;
        }
        for (int i = 0; i < group.size(); i++) {
            int village = group.villages()[i];
            if (group.current()[i] != offer.number
                    && !linked(village, offer)
                    && this.distances.metres(village, offer.place) > reach) {
                return false;
            }
        }
        return true;
    }

    static boolean suits(Applicant group, Offer offer) {
        return offer.room >= group.size() && (offer.femaleCadre || !group.needsFemaleCadre());
    }

    /** The cost of a whole group with one offer, load apart. */
    int exactly(Applicant group, Offer offer) {
        int cost = 0;
        for (int i = 0; i < group.size(); i++) {
            int current = group.current()[i];
            cost += current >= 0 && current != offer.number ? this.settings.change() : 0;
            cost += linked(group.villages()[i], offer) ? 0 : this.settings.notLinked();
            cost += placeCost(group.villages()[i], offer.place);
        }
        return cost;
    }

    int placeCost(int village, int place) {
        return placeCost(this.distances, this.settings, village, place);
    }

    static int placeCost(Distances distances, Settings settings, int village, int place) {
        if (village == place) {
            return 0;
        }
        long way = (long) distances.metres(village, place) * settings.perKilometre() / 1000;
        boolean near = distances.sameTown(village, place);
        return (int) way + (near ? settings.otherVillage() : settings.otherTown());
    }

    /** What the n-th child of this plan costs a family on top, after all the children it has. */
    int loadCost(Offer offer, int nth) {
        return this.settings.perLoad() * (offer.load + nth - 1);
    }

    static boolean linked(int village, Offer offer) {
        for (int linked : offer.linkedVillages) {
            if (linked == village) {
                return true;
            }
        }
        return false;
    }
}

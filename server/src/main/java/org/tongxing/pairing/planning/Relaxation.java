package org.tongxing.pairing.planning;

import java.util.function.ObjIntConsumer;

/**
 * The problem with sibling groups allowed to split: a minimum-cost flow from applicants through offers, whose n-th places
 * are arcs of rising cost, to a sink; being left out is an arc too. A group still needs a family with room for all of it,
 * which lifts the bound above that of children taken one by one.
 */
final class Relaxation {

    private static final int UNLIMITED = Integer.MAX_VALUE / 2;

    private final Market market;
    private final FlowNetwork network;
    private final int sink;
    private final int[][] places;
    private final int[] outside;

    Relaxation(Market market, Costs costs, int penalty) {
        this.market = market;
        this.sink = market.applicants().size() + market.offers().size();
        this.network = new FlowNetwork(this.sink + 1, this.sink);
        this.outside = new int[market.applicants().size()];
        this.places = new int[market.offers().size()][];
        for (Offer offer : market.offers()) {
            this.places[offer.number] = new int[offer.room];
            for (int nth = 1; nth <= offer.room; nth++) {
                this.places[offer.number][nth - 1] =
                        this.network.addArc(node(offer), this.sink, offer.families.size(), costs.loadCost(offer, nth));
            }
        }
        for (Applicant applicant : market.applicants()) {
            this.outside[applicant.number()] = this.network.addArc(applicant.number(), this.sink, UNLIMITED, penalty);
        }
    }

    private int node(Offer offer) {
        return this.market.applicants().size() + offer.number;
    }

    /** Lets an applicant that sends nobody just now go to an offer. */
    void open(Applicant applicant, Offer offer, int cost) {
        this.network.addArc(applicant.number(), node(offer), UNLIMITED, cost);
    }

    /** Brings children of an applicant into the flow. */
    void send(Applicant applicant, int children) {
        this.network.loosen(applicant.number());
        this.network.supply(applicant.number(), children);
        this.network.settle();
    }

    /** How many children of an applicant are in the flow, those left out included. */
    int sent(Applicant applicant) {
        int sent = 0;
        for (int arc = this.network.first(applicant.number()); arc >= 0; arc = this.network.next(arc)) {
            sent += this.network.flow(arc);
        }
        return sent;
    }

    /** Takes some of an applicant's children out of the flow, fewer when fewer are in it because it was stopped early. */
    void withdraw(Applicant applicant, int children) {
        int left = children;
        for (int arc = this.network.first(applicant.number()); left > 0 && arc >= 0; arc = this.network.next(arc)) {
            int units = Math.min(left, this.network.flow(arc));
            if (units > 0) {
                this.network.push(arc ^ 1, units);
                left -= units;
            }
        }
        this.network.supply(applicant.number(), left - children);
        this.network.settle();
    }

    /** Makes it dearer to be left out. */
    void raise(int penalty) {
        for (Applicant applicant : this.market.applicants()) {
            int arc = this.outside[applicant.number()];
            int children = this.network.flow(arc) == 0 ? 0 : sent(applicant);
            withdraw(applicant, children);
            this.network.reprice(arc, penalty);
            if (children > 0) {
                send(applicant, children);
            }
        }
    }

    /** What one child of an applicant pays now: its way and its place. */
    int pays(Applicant applicant) {
        return this.network.potential(this.sink) - this.network.potential(applicant.number());
    }

    /** What a place in such a family is worth: what giving it away would cost the others. */
    int price(Offer offer) {
        return this.network.potential(this.sink) - this.network.potential(node(offer));
    }

    /** One n-th place of such families less for the flow. */
    void take(Offer offer, int nth) {
        this.network.narrow(this.places[offer.number][nth - 1]);
        this.network.settle();
    }

    /** One n-th place of such families more for the flow. */
    void giveBack(Offer offer, int nth) {
        this.network.widen(this.places[offer.number][nth - 1]);
        this.network.settle();
    }

    /** Tells how many children of an applicant the flow sends where; the rest are left out. */
    void eachFlow(Applicant applicant, ObjIntConsumer<Offer> flows) {
        for (int arc = this.network.first(applicant.number()); arc >= 0; arc = this.network.next(arc)) {
            if (this.network.flow(arc) > 0 && this.network.to(arc) != this.sink) {
                int offer = this.network.to(arc) - this.market.applicants().size();
                flows.accept(this.market.offers().get(offer), this.network.flow(arc));
            }
        }
    }

    /** What all children in the flow cost. */
    long total() {
        return this.network.total();
    }
}

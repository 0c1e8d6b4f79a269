package org.tongxing.pairing.planning;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Decides which pairs become arcs. The cheapest do at first; then <em>all</em> pairs are asked whether the prices found
 * make them attractive, and those are added (column generation, Dantzig and Wolfe 1960). The same pass yields the bound:
 * for any prices, what each child pays at its cheapest offer less what places earn above their cost is a lower bound of
 * every plan (weak duality), so it holds for the whole problem even if the search stops half-way.
 */
final class Pricing {

    private static final int CANDIDATES = 24;
    private static final int ADDED_AT_ONCE = 8;

    /** Nearly nothing is gained in later rounds. */
    private static final int ROUNDS = 40;

    private final Market market;
    private final Costs costs;
    private final Settings settings;
    private final Relaxation relaxation;
    private final List<List<Offer>> offersAt = new ArrayList<>();
    private final int[] cheapest;
    private long bound;

    Pricing(Market market, Costs costs, Settings settings, Relaxation relaxation) {
        this.market = market;
        this.costs = costs;
        this.settings = settings;
        this.relaxation = relaxation;
        this.cheapest = new int[market.applicants().size()];
        for (int place = 0; place < market.distances().places(); place++) {
            this.offersAt.add(new ArrayList<>());
        }
        market.offers().forEach(offer -> this.offersAt.get(offer.place).add(offer));
    }

    /** What being left out costs while the market forms: low at first, so that shortages stay local for a while. */
    static int firstPenalty(Settings settings) {
        return settings.unplaced() >> 6;
    }

    /** Routes everybody and raises the penalty to its full height. */
    void solve(Stage stage) {
        Shortlist nearest = new Shortlist(CANDIDATES);
        for (Applicant applicant : this.market.applicants()) {
            openNearest(applicant, nearest.clear());
        }
        List<Applicant> order = new ArrayList<>(this.market.applicants());
        Collections.shuffle(order, new Random(this.settings.seed()));
        int done = 0;
        for (Applicant applicant : order) {
            if (stage.stopped(0.2 * done++ / order.size())) {
                return;
            }
            this.relaxation.send(applicant, applicant.children());
        }
        for (int shift = 4; shift >= 0 && !stage.stopped(); shift -= 2) {
            refine(stage, 0.8 - 0.15 * shift);
            this.relaxation.raise(this.settings.unplaced() >> shift);
        }
        refine(stage, 1);
    }

    private void openNearest(Applicant applicant, Shortlist nearest) {
        int[] byPlace = this.costs.byPlace(applicant);
        for (int place = 0; place < byPlace.length; place++) {
            if (byPlace[place] != Costs.BLOCKED && !this.offersAt.get(place).isEmpty()) {
                nearest.offer(byPlace[place], place);
            }
        }
        List<Offer> special = this.costs.special(applicant);
        special.forEach(offer ->
                this.relaxation.open(applicant, offer, this.costs.exactly(applicant, offer) / applicant.size()));
        int opened = 0;
        for (int rank = 0; rank < nearest.size() && opened < CANDIDATES; rank++) {
            for (Offer offer : this.offersAt.get(nearest.origin(rank))) {
                if (Costs.suits(applicant, offer) && !special.contains(offer)) {
                    this.relaxation.open(applicant, offer, nearest.value(rank) / applicant.size());
                    opened++;
                }
            }
        }
    }

    /** Prices all pairs until none is missing. */
    void refine(Stage stage, double share) {
        for (int round = 0; round < ROUNDS && !stage.stopped(share) && priceOut() > 0; round++) {
            // Each round adds arcs and settles.
        }
    }

    private int priceOut() {
        int[] prices = new int[this.market.offers().size()];
        long sum = 0;
        for (Offer offer : this.market.offers()) {
            int price = this.relaxation.price(offer);
            prices[offer.number] = price;
            for (int nth = 1; nth <= offer.room; nth++) {
                sum -= (long) offer.families.size() * Math.max(0, price - this.costs.loadCost(offer, nth));
            }
        }
        Map<Integer, Offer[]> bargains = new HashMap<>();
        List<Wanted> wanted = new ArrayList<>();
        for (Applicant applicant : this.market.applicants()) {
            Offer[] best = bargains.computeIfAbsent(
                    2 * applicant.size() + (applicant.needsFemaleCadre() ? 1 : 0), key -> bargains(applicant, prices));
            sum += (long) ask(applicant, best, prices, wanted) * applicant.children();
        }
        this.bound = Math.max(this.bound, sum);
        wanted.forEach(this::add);
        return wanted.size();
    }

    /** The offer with the lowest price at each place, among those that suit such applicants. */
    private Offer[] bargains(Applicant applicant, int[] prices) {
        Offer[] bargains = new Offer[this.offersAt.size()];
        for (Offer offer : this.market.offers()) {
            Offer known = bargains[offer.place];
            if (Costs.suits(applicant, offer) && (known == null || prices[offer.number] < prices[known.number])) {
                bargains[offer.place] = offer;
            }
        }
        return bargains;
    }

    /** Answers the least one child would pay, and notes the offers at which it would pay less than now. */
    private int ask(Applicant applicant, Offer[] bargains, int[] prices, List<Wanted> wanted) {
        int pays = this.relaxation.pays(applicant);
        int least = this.settings.unplaced();
        int alone = least;
        Shortlist missing = new Shortlist(ADDED_AT_ONCE);
        int[] byPlace = this.costs.byPlace(applicant);
        for (int place = 0; place < byPlace.length; place++) {
            Offer offer = bargains[place];
            if (byPlace[place] != Costs.BLOCKED && offer != null) {
                int way = byPlace[place] / applicant.size();
                alone = Math.min(alone, way);
                least = Math.min(least, way + prices[offer.number]);
                if (way + prices[offer.number] < pays) {
                    missing.offer(way + prices[offer.number], offer.number);
                }
            }
        }
        for (Offer offer : this.costs.special(applicant)) {
            int way = this.costs.exactly(applicant, offer) / applicant.size();
            alone = Math.min(alone, way);
            least = Math.min(least, way + prices[offer.number]);
        }
        this.cheapest[applicant.number()] = alone;
        if (missing.size() > 0) {
            wanted.add(new Wanted(applicant, missing));
        }
        return least;
    }

    private void add(Wanted wanted) {
        Applicant applicant = wanted.applicant;
        int children = this.relaxation.sent(applicant);
        this.relaxation.withdraw(applicant, children);
        for (int rank = 0; rank < wanted.offers.size(); rank++) {
            Offer offer = this.market.offers().get(wanted.offers.origin(rank));
            this.relaxation.open(applicant, offer, this.costs.exactly(applicant, offer) / applicant.size());
        }
        this.relaxation.send(applicant, children);
    }

    /** No plan costs less. */
    long bound() {
        return this.bound;
    }

    /** What a child of an applicant would cost with the family that suits it best. */
    int cheapest(Applicant applicant) {
        return this.cheapest[applicant.number()];
    }

    /** Offers an applicant should be able to go to. */
    private record Wanted(Applicant applicant, Shortlist offers) {}
}

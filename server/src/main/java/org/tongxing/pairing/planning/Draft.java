package org.tongxing.pairing.planning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** Turns flows between classes back into children and families, with the parts of each cost. */
final class Draft {

    private final Market market;
    private final Costs costs;
    private final Settings settings;
    private final Relaxation relaxation;
    private final Pricing pricing;
    private final Siblings siblings;
    private final List<Plan.Placement> placements = new ArrayList<>();
    private final List<Applicant> leftOutApplicants = new ArrayList<>();
    private final List<int[]> leftOut = new ArrayList<>();
    private final int[] given;
    private long cost;

    Draft(Market market, Costs costs, Settings settings, Relaxation relaxation, Pricing pricing, Siblings siblings) {
        this.market = market;
        this.costs = costs;
        this.settings = settings;
        this.relaxation = relaxation;
        this.pricing = pricing;
        this.siblings = siblings;
        this.given = new int[market.problem().families().size()];
    }

    Plan finish(boolean complete) {
        for (Siblings.Group group : this.siblings.groups()) {
            if (!group.placed()) {
                leaveOut(group.applicant, group.children);
                continue;
            }
            for (int i = 0; i < group.children.length; i++) {
                give(group.applicant, i, group.children[i], group.offer(), group.family());
            }
        }
        placeSingles();
        Reasons reasons = new Reasons(this.market, this.costs, this.given, complete);
        List<Plan.LeftOut> left = new ArrayList<>();
        for (int i = 0; i < this.leftOut.size(); i++) {
            Plan.Reason reason = reasons.of(this.leftOutApplicants.get(i));
            for (int child : this.leftOut.get(i)) {
                left.add(new Plan.LeftOut(
                        this.market.problem().children().get(child).id(), reason));
                this.cost += this.settings.unplaced();
            }
        }
        this.placements.sort(
                Comparator.comparingLong(placement -> placement.child().value()));
        left.sort(Comparator.comparingLong(one -> one.child().value()));
        return new Plan(this.placements, left, this.cost, this.pricing.bound(), complete);
    }

    private void leaveOut(Applicant applicant, int[] children) {
        this.leftOutApplicants.add(applicant);
        this.leftOut.add(children);
    }

    /** Fills the families of an offer evenly; the flow has already paid for just that. */
    private void placeSingles() {
        Map<Offer, PriorityQueue<Integer>> queues = new HashMap<>();
        for (Applicant applicant : this.market.applicants()) {
            if (applicant.size() > 1) {
                continue;
            }
            Iterator<int[]> waiting = applicant.groups().iterator();
            this.relaxation.eachFlow(applicant, (offer, units) -> {
                PriorityQueue<Integer> queue = queues.computeIfAbsent(offer, this::queue);
                for (int i = 0; i < units; i++) {
                    int family = queue.remove();
                    give(applicant, 0, waiting.next()[0], offer, family);
                    if (this.given[family] < offer.room) {
                        queue.add(family);
                    }
                }
            });
            waiting.forEachRemaining(child -> leaveOut(applicant, child));
        }
    }

    private PriorityQueue<Integer> queue(Offer offer) {
        PriorityQueue<Integer> queue = new PriorityQueue<>(
                Comparator.comparingInt((Integer family) -> this.given[family]).thenComparingInt(family -> family));
        offer.families.stream()
                .filter(family -> this.given[family] < offer.room)
                .forEach(queue::add);
        return queue;
    }

    private void give(Applicant applicant, int member, int child, Offer offer, int family) {
        int village = applicant.villages()[member];
        int current = applicant.current()[member];
        int nth = ++this.given[family];
        List<Plan.Part> parts = new ArrayList<>();
        parts.add(part(Plan.Wish.LINKED_VILLAGE, Costs.linked(village, offer) ? 0 : this.settings.notLinked()));
        parts.add(new Plan.Part(
                Plan.Wish.NEARBY,
                this.costs.placeCost(village, offer.place),
                this.market.distances().metres(village, offer.place)));
        parts.add(part(Plan.Wish.EVEN_LOAD, this.costs.loadCost(offer, nth)));
        if (current >= 0) {
            parts.add(part(Plan.Wish.STAY_WITH_FAMILY, current == offer.number ? 0 : this.settings.change()));
        }
        Plan.Placement placement = new Plan.Placement(
                this.market.problem().children().get(child).id(),
                this.market.problem().families().get(family).id(),
                parts,
                this.relaxation.price(offer),
                this.pricing.cheapest(applicant));
        this.placements.add(placement);
        this.cost += placement.cost();
    }

    private static Plan.Part part(Plan.Wish wish, int points) {
        return new Plan.Part(wish, points, 0);
    }
}

package org.tongxing.pairing.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Places sibling groups whole. Each group leaves the flow, takes whole places in one family and the flow of the others is
 * repaired, so that the next group sees true prices (a dive: fix, re-optimise, go on). Then groups are lifted and put down
 * again while that pays: prices tell which families are worth trying, because they never overrate what a move costs, and
 * the repaired flow tells what it really costs.
 */
final class Siblings {

    private static final int TRIALS = 4;
    private static final int NOWHERE = -1;

    private final Market market;
    private final Costs costs;
    private final Settings settings;
    private final Relaxation relaxation;
    private final List<Group> groups = new ArrayList<>();
    private final int[] used;
    private final int[] openFamily;
    private final Shortlist trials = new Shortlist(TRIALS);

    Siblings(Market market, Costs costs, Settings settings, Relaxation relaxation) {
        this.market = market;
        this.costs = costs;
        this.settings = settings;
        this.relaxation = relaxation;
        this.used = new int[market.problem().families().size()];
        this.openFamily = new int[market.offers().size()];
        for (Applicant applicant : market.applicants()) {
            if (applicant.size() > 1) {
                applicant.groups().forEach(children -> this.groups.add(new Group(applicant, children)));
            }
        }
    }

    /** Places each group once, the large ones first because fewer families have room for them. */
    void place(Stage stage) {
        List<Group> order = shuffled(new Random(this.settings.seed()));
        order.sort(Comparator.comparingInt((Group group) -> -group.applicant.size()));
        int done = 0;
        for (Group group : order) {
            boolean stopped = stage.stopped((double) done++ / order.size());
            this.relaxation.withdraw(group.applicant, group.applicant.size());
            if (!stopped) {
                settleDown(group, 1, null, (long) this.settings.unplaced() * group.applicant.size());
            }
        }
    }

    /** Tries to better each group's place, round by round, until a round brings nothing. */
    void improve(Stage stage) {
        Random random = new Random(this.settings.seed() + 1);
        boolean better = true;
        for (int pass = 0; better && pass < this.settings.passes(); pass++) {
            better = false;
            int done = 0;
            for (Group group : shuffled(random)) {
                if (stage.stopped((pass + (double) done++ / this.groups.size()) / this.settings.passes())) {
                    return;
                }
                better |= replace(group);
            }
        }
    }

    private boolean replace(Group group) {
        long before = this.relaxation.total() + group.cost;
        Offer present = group.placed() ? group.offer() : null;
        lift(group);
        settleDown(group, TRIALS, present, before - this.relaxation.total());
        return this.relaxation.total() + group.cost < before;
    }

    private List<Group> shuffled(Random random) {
        List<Group> order = new ArrayList<>(this.groups);
        Collections.shuffle(order, random);
        return order;
    }

    /**
     * Puts a group where it is cheapest in truth among the places that look cheapest by price. What it would cost to go
     * back is known, so only places that look cheaper than that are tried.
     */
    private void settleDown(Group group, int most, @Nullable Offer present, long back) {
        judge(group);
        long best = back;
        @Nullable Offer chosen = present;
        long flowBefore = this.relaxation.total();
        for (int rank = 0; rank < Math.min(most, this.trials.size()) && this.trials.value(rank) < best; rank++) {
            Offer offer = this.market.offers().get(this.trials.origin(rank));
            if (offer == present) {
                continue;
            }
            int family = this.openFamily[offer.number];
            if (most == 1) {
                chosen = offer;
                break;
            }
            occupy(offer, family, group.applicant.size());
            long price = this.relaxation.total() - flowBefore + ownCost(group, offer, this.used[family]);
            vacate(offer, family, group.applicant.size());
            if (price < best) {
                best = price;
                chosen = offer;
            }
        }
        group.family = NOWHERE;
        group.cost = (long) this.settings.unplaced() * group.applicant.size();
        if (chosen != null) {
            group.offer = chosen;
            group.family = emptiest(chosen);
            occupy(chosen, group.family, group.applicant.size());
            group.cost = ownCost(group, chosen, this.used[group.family]);
        }
    }

    private long ownCost(Group group, Offer offer, int usedAfter) {
        long cost = this.costs.exactly(group.applicant, offer);
        for (int nth = usedAfter - group.applicant.size() + 1; nth <= usedAfter; nth++) {
            cost += this.costs.loadCost(offer, nth);
        }
        return cost;
    }

    private void lift(Group group) {
        if (group.family != NOWHERE) {
            vacate(group.offer(), group.family, group.applicant.size());
            group.family = NOWHERE;
        }
    }

    private void occupy(Offer offer, int family, int size) {
        for (int i = 0; i < size; i++) {
            this.relaxation.take(offer, ++this.used[family]);
        }
    }

    private void vacate(Offer offer, int family, int size) {
        for (int i = 0; i < size; i++) {
            this.relaxation.giveBack(offer, this.used[family]--);
        }
    }

    private void judge(Group group) {
        Arrays.fill(this.openFamily, NOWHERE);
        this.trials.clear();
        List<Offer> special = this.costs.special(group.applicant);
        for (Offer offer : special) {
            judge(group, offer, this.costs.exactly(group.applicant, offer));
        }
        int[] byPlace = this.costs.byPlace(group.applicant);
        for (Offer offer : this.market.offers()) {
            int cost = byPlace[offer.place];
            boolean promising = cost != Costs.BLOCKED
                    && cost + group.applicant.size() * this.relaxation.price(offer) < this.trials.threshold();
            if (promising && Costs.suits(group.applicant, offer) && this.openFamily[offer.number] == NOWHERE) {
                judge(group, offer, cost);
            }
        }
    }

    private void judge(Group group, Offer offer, int cost) {
        int family = emptiest(offer);
        int from = this.used[family] + 1;
        int to = this.used[family] + group.applicant.size();
        if (to <= offer.room) {
            int estimate = cost;
            for (int nth = from; nth <= to; nth++) {
                estimate += Math.max(this.relaxation.price(offer), this.costs.loadCost(offer, nth));
            }
            this.openFamily[offer.number] = family;
            this.trials.offer(estimate, offer.number);
        }
    }

    private int emptiest(Offer offer) {
        int emptiest = offer.families.get(0);
        for (int family : offer.families) {
            if (this.used[family] < this.used[emptiest]) {
                emptiest = family;
            }
        }
        return emptiest;
    }

    List<Group> groups() {
        return this.groups;
    }

    /** How many places of a family its sibling groups take. */
    int used(int family) {
        return this.used[family];
    }

    /** A sibling group and where it is. */
    static final class Group {

        final Applicant applicant;
        final int[] children;
        private @Nullable Offer offer;
        private int family = NOWHERE;
        private long cost;

        private Group(Applicant applicant, int[] children) {
            this.applicant = applicant;
            this.children = children;
        }

        boolean placed() {
            return this.family != NOWHERE;
        }

        int family() {
            return this.family;
        }

        Offer offer() {
            return Objects.requireNonNull(this.offer);
        }
    }
}

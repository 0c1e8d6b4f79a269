package org.tongxing.pairing.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.kernel.FamilyId;

/**
 * The problem with equals merged: {@link Applicant}s on one side, {@link Offer}s on the other. Children of a village are
 * mostly alike to the planner, so a city of 50 000 shrinks to some thousands of each.
 */
final class Market {

    private final Problem problem;
    private final Distances distances;
    private final List<Offer> offers = new ArrayList<>();
    private final List<Applicant> applicants = new ArrayList<>();
    private final Map<FamilyId, Offer> tied = new HashMap<>();

    Market(Problem problem) {
        this.problem = problem;
        this.distances = new Distances(problem.centres());
        gatherOffers();
        gatherApplicants();
    }

    private void gatherOffers() {
        Set<FamilyId> alone = new HashSet<>();
        for (Problem.Child child : this.problem.children()) {
            alone.addAll(child.siblingFamilies());
            if (child.current() != null) {
                alone.add(child.current());
            }
        }
        Map<Object, Offer> merged = new HashMap<>();
        for (int i = 0; i < this.problem.families().size(); i++) {
            Problem.Family family = this.problem.families().get(i);
            if (family.room() <= 0) {
                continue;
            }
            boolean single = alone.contains(family.id());
            Object key = single
                    ? family.id()
                    : List.of(
                            family.division(),
                            family.linkedVillages(),
                            family.femaleCadre(),
                            family.load(),
                            family.room());
            Offer offer = merged.computeIfAbsent(key, absent -> offer(family));
            offer.families.add(i);
            if (single) {
                this.tied.put(family.id(), offer);
            }
        }
    }

    private Offer offer(Problem.Family family) {
        int[] linked = family.linkedVillages().stream()
                .map(DivisionCode::value)
                .sorted()
                .mapToInt(code -> this.distances.number(new DivisionCode(code)))
                .toArray();
        Offer offer = new Offer(
                this.offers.size(),
                this.distances.number(family.division()),
                linked,
                family.femaleCadre(),
                family.load(),
                family.room());
        this.offers.add(offer);
        return offer;
    }

    private void gatherApplicants() {
        Map<Object, List<Integer>> households = new LinkedHashMap<>();
        for (int i = 0; i < this.problem.children().size(); i++) {
            Problem.Child child = this.problem.children().get(i);
            Object key = child.household() == null ? child.id() : child.household();
            households.computeIfAbsent(key, absent -> new ArrayList<>()).add(i);
        }
        Map<String, Applicant> merged = new HashMap<>();
        for (List<Integer> household : households.values()) {
            Applicant group = applicant(household);
            Applicant known = merged.putIfAbsent(signature(group), group);
            if (known == null) {
                this.applicants.add(group);
            }
            (known == null ? group : known)
                    .groups()
                    .add(household.stream().mapToInt(Integer::intValue).toArray());
        }
    }

    private static String signature(Applicant group) {
        return Arrays.toString(group.villages())
                + Arrays.toString(group.current())
                + Arrays.toString(group.offers())
                + group.needsFemaleCadre()
                + group.tied();
    }

    private Applicant applicant(List<Integer> household) {
        List<Problem.Child> children =
                household.stream().map(this.problem.children()::get).toList();
        Set<FamilyId> siblings = children.get(0).siblingFamilies();
        return new Applicant(
                this.applicants.size(),
                children.stream()
                        .mapToInt(child -> this.distances.number(child.village()))
                        .toArray(),
                children.stream()
                        .mapToInt(child -> {
                            Offer offer = child.current() == null ? null : this.tied.get(child.current());
                            return offer == null ? -1 : offer.number;
                        })
                        .toArray(),
                children.stream().anyMatch(Problem.Child::needsFemaleCadre),
                !siblings.isEmpty(),
                siblings.stream()
                        .map(this.tied::get)
                        .filter(Objects::nonNull)
                        .mapToInt(offer -> offer.number)
                        .sorted()
                        .toArray());
    }

    Problem problem() {
        return this.problem;
    }

    Distances distances() {
        return this.distances;
    }

    List<Offer> offers() {
        return this.offers;
    }

    List<Applicant> applicants() {
        return this.applicants;
    }
}

package org.tongxing.sandbox.town;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A township of the sample with everybody in it and what happened to them; the same for the same day.
 *
 * @param strangers households that stand in the roster only to be refused
 */
record Town(
        Township township,
        LocalDate day,
        List<Household> households,
        List<Family> families,
        List<Duty> duties,
        List<Household> strangers) {

    private static final long SEED = 20_231_108;

    /** All townships of the sample as they are on a day. */
    static List<Town> all(LocalDate day) {
        Dice dice = new Dice(SEED);
        Papers papers = new Papers(dice);
        Settlement settlement = new Settlement(dice, papers, day);
        Matching matching = new Matching(dice, papers, day);
        List<Town> towns = new ArrayList<>();
        for (Township township : Township.all()) {
            List<Household> households = settlement.of(township);
            List<Family> families = matching.of(township, households);
            List<Duty> duties = township.villages().stream()
                    .map(village -> Duty.of(village, papers.adult(papers.surname(), true), day))
                    .toList();
            int gap = households.stream()
                    .filter(home -> home.scene.uncovered())
                    .mapToInt(home -> home.kids.size())
                    .sum();
            new Chronicle(dice, day, gap).tell(households, families, duties);
            List<Household> strangers = Stream.generate(() -> settlement.stranger(dice.pick(township.villages())))
                    .limit(township.spoilt())
                    .toList();
            towns.add(new Town(township, day, households, families, duties, strangers));
        }
        return List.copyOf(towns);
    }

    /** How many children nobody has on a day. */
    int gap(LocalDate on) {
        return (int) kids().filter(kid -> kid.uncoveredOn(on, this.duties)).count();
    }

    Stream<Kid> kids() {
        return this.households.stream().flatMap(home -> home.kids.stream());
    }

    Stream<Bond> bonds() {
        return this.families.stream().flatMap(family -> family.bonds.stream());
    }
}

package org.tongxing.sandbox.town;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Children at one address, and who is with them. */
final class Household {

    final Village village;
    final Scene scene;
    final Situation situation;
    final String surname;
    final String address;
    final String father;
    final String mother;
    final Guardian guardian;

    /** The father who is away, when one is. */
    final @Nullable Away away;

    final List<Kid> kids = new ArrayList<>();

    /** Since when the parents are away; decided with the history. */
    @Nullable
    LocalDate awaySince;

    Household(
            Village village,
            Scene scene,
            Situation situation,
            String surname,
            String address,
            String parents,
            Guardian guardian,
            @Nullable Away away) {
        this.village = village;
        this.scene = scene;
        this.situation = situation;
        this.surname = surname;
        this.address = address;
        this.father = parents.split("/")[0];
        this.mother = parents.split("/")[1];
        this.guardian = guardian;
        this.away = away;
    }

    /** Whether one of the children needs a family for itself alone [JB-21]. */
    boolean dedicated() {
        return this.situation.dedicated();
    }

    /** Whether one of the girls needs a woman today, or will within a quarter of a year [JB-24]. */
    boolean needsWoman(LocalDate day) {
        return this.kids.stream().anyMatch(kid -> kid.girl && !kid.birthday(8).isAfter(day.plusMonths(3)));
    }

    /** A single child of whom nothing special is told. */
    boolean lonelyAndOrdinary() {
        return this.scene == Scene.ORDINARY && this.kids.size() == 1;
    }

    /** Who looks after the children. */
    record Guardian(String relation, String name, String phone) {}

    /** A father who works away, and where. */
    record Away(String name, String place) {}
}

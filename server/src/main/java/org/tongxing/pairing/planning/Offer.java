package org.tongxing.pairing.planning;

import java.util.ArrayList;
import java.util.List;

/**
 * Families that no child can tell apart: same place, linked villages, sex, load and room. A family that some child is
 * tied to stands alone.
 */
final class Offer {

    final int number;
    final int place;
    final int[] linkedVillages;
    final boolean femaleCadre;
    final int load;
    final int room;

    /** Positions in the problem. */
    final List<Integer> families = new ArrayList<>();

    Offer(int number, int place, int[] linkedVillages, boolean femaleCadre, int load, int room) {
        this.number = number;
        this.place = place;
        this.linkedVillages = linkedVillages;
        this.femaleCadre = femaleCadre;
        this.load = load;
        this.room = room;
    }
}

package org.tongxing.pairing.planning;

import java.util.ArrayList;
import java.util.List;

/**
 * Sibling groups, or single children, that no family can tell apart.
 *
 * @param villages the village of each child
 * @param current the offer each child comes from, or -1
 * @param tied whether only {@code offers} may be chosen, because a sibling is there already
 * @param groups the groups, each with its children's positions in the problem
 */
record Applicant(
        int number,
        int[] villages,
        int[] current,
        boolean needsFemaleCadre,
        boolean tied,
        int[] offers,
        List<int[]> groups) {

    Applicant(int number, int[] villages, int[] current, boolean needsFemaleCadre, boolean tied, int[] offers) {
        this(number, villages, current, needsFemaleCadre, tied, offers, new ArrayList<>());
    }

    int size() {
        return this.villages.length;
    }

    int children() {
        return size() * this.groups.size();
    }
}

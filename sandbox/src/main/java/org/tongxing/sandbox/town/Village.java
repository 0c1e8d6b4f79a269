package org.tongxing.sandbox.town;

import java.util.List;

/**
 * A village of the sample.
 *
 * @param eligible how many children are to be paired today
 * @param unit the unit whose cadres are linked to it
 * @param scenes its households that are more than ordinary
 */
record Village(String code, String name, int eligible, Duty duty, String unit, List<Scene> scenes) {

    String township() {
        return this.code.substring(0, Township.DIGITS);
    }

    /** Whether a department answers for the village [JB-23]. */
    enum Duty {
        /** Since long before the year that is told. */
        SETTLED,
        /** Since the rush before the last 31 March. */
        SINCE_MARCH,
        /** No longer: the department's duty ended before any child of today was on file. */
        GONE
    }
}

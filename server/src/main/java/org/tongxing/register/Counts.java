package org.tongxing.register;

import org.tongxing.coverage.Tally;

/**
 * How many children, and how they stand.
 *
 * @param girls girls of eight and over [JB-24]
 * @param girlsWithout those of them without a female cadre
 */
public record Counts(
        int eligible, int covered, int uncovered, int byFamily, int byAreaDuty, int girls, int girlsWithout) {

    static Counts of(Tally tally) {
        return new Counts(
                tally.eligible(),
                tally.covered(),
                tally.uncovered(),
                tally.byFamily(),
                tally.byAreaDuty(),
                tally.girls(),
                tally.girlsWithout());
    }
}

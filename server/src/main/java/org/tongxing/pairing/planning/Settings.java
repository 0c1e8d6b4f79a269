package org.tongxing.pairing.planning;

import org.jspecify.annotations.Nullable;

/**
 * What the soft wishes weigh; no document gives figures, so they are local settings. A point is a tenth of a kilometre.
 *
 * @param notLinked for a family whose unit is not linked to the child's village [JB-25, JB-26]
 * @param perKilometre for each kilometre between the village and the family
 * @param otherVillage for a family of another village in the same township
 * @param otherTown for a family of another township
 * @param perLoad for each child the family has already
 * @param change for leaving the present family
 * @param unplaced for each child left out
 * @param reachMetres families farther away are never chosen unless linked to the village, or the present one; null for no
 *     limit
 * @param passes how many rounds of improvement at most; counted, not timed, so that a plan can be repeated
 * @param seed decides between equals
 */
public record Settings(
        int notLinked,
        int perKilometre,
        int otherVillage,
        int otherTown,
        int perLoad,
        int change,
        int unplaced,
        @Nullable Integer reachMetres,
        int passes,
        long seed) {

    /** The weights a new place starts with. */
    public static final Settings DEFAULT = new Settings(200, 10, 30, 100, 20, 300, 20_000, null, 6, 1);

    public Settings {
        if (Math.min(Math.min(notLinked, perKilometre), Math.min(otherVillage, otherTown)) < 0
                || Math.min(Math.min(perLoad, change), unplaced) < 0) {
            throw new IllegalArgumentException("A weight is negative");
        }
    }

    public Settings withSeed(long other) {
        return new Settings(
                this.notLinked,
                this.perKilometre,
                this.otherVillage,
                this.otherTown,
                this.perLoad,
                this.change,
                this.unplaced,
                this.reachMetres,
                this.passes,
                other);
    }

    public Settings withReach(@Nullable Integer metres) {
        return new Settings(
                this.notLinked,
                this.perKilometre,
                this.otherVillage,
                this.otherTown,
                this.perLoad,
                this.change,
                this.unplaced,
                metres,
                this.passes,
                this.seed);
    }
}

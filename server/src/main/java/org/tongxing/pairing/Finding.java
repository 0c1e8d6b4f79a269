package org.tongxing.pairing;

/**
 * What one named rule says of one child and one family.
 *
 * @param clause the clause of the rule book, or the name of a local setting
 * @param text the verdict in words of a village clerk
 */
public record Finding(String rule, String clause, Force force, boolean broken, String text) {

    /** How much a broken rule weighs. */
    public enum Force {
        /** Never broken: the database or the law stands behind it. */
        MUST,
        /** 原则上: may be waived by another person, with a reason and an expiry. */
        IN_PRINCIPLE,
        /** A setting of this place. */
        LOCAL,
        /** Counts for the order of suggestions only. */
        PREFERRED
    }
}

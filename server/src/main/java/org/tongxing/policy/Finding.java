package org.tongxing.policy;

/**
 * What one named rule says of one child and one family.
 *
 * @param clause the clause's id, or the name of a local setting
 * @param text in words of a village clerk
 */
public record Finding(String rule, String clause, Force force, boolean broken, String text) {}

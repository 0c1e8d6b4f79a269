package org.tongxing.policy;

/** Other rules hold in a division, and in every one below it, on some days past or to come. */
public record AdoptionChanged(String division) {}

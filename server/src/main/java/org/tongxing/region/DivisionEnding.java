package org.tongxing.region;

/** A division is about to end without a successor; whoever still has somebody in it refuses. */
public record DivisionEnding(String code) {}

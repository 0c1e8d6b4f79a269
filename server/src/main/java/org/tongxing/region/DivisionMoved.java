package org.tongxing.region;

/** A division was merged: whoever lives or serves in {@code from} does so in {@code into} now. Sent for each level. */
public record DivisionMoved(String from, String into) {}

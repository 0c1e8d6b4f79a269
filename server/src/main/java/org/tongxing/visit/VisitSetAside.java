package org.tongxing.visit;

/** Something that was sent could not be recorded as it was and waits for a supervisor. Carries ids only. */
public record VisitSetAside(long setAside) {}

package org.tongxing.visit;

/** A supervisor let others read about a visit. Carries ids only. */
public record VisitReleased(long visit, long child, Audience audience) {}

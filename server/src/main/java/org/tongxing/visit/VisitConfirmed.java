package org.tongxing.visit;

/** Somebody at home said that a visit was so, or was not. Carries ids only. */
public record VisitConfirmed(long visit, boolean asTold) {}

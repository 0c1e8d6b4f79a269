package org.tongxing.child;

/** An adult is kept away from a child from now on, or no longer. Carries ids only. */
public record AdultAccessChanged(long adultId, long childId, Access access) {}

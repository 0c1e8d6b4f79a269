package org.tongxing.safeguard;

/** Nobody has accepted a report in time; it is shown one level further up. Carries the id and the level. */
public record DangerEscalated(long report, DangerLevel level) {}

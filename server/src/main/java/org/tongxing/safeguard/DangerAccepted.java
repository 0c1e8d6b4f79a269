package org.tongxing.safeguard;

/** Somebody on duty has taken a report up. Carries the id only. */
public record DangerAccepted(long report) {}

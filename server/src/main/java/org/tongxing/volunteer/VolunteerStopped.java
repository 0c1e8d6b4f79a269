package org.tongxing.volunteer;

/** A volunteer has left, was stopped, or may not be near children; whatever this phone account has promised goes back. */
public record VolunteerStopped(long phoneAccountId) {}

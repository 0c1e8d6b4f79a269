package org.tongxing.volunteer;

/** A volunteer does not help in some place any more; what hangs on a tie to it goes back. */
public record VolunteerLeftPlace(long phoneAccountId) {}

package org.tongxing.wish;

/** A promise has ended without the wish being brought; the wish is open again unless it was cancelled. Ids only. */
public record WishReleased(long wish, long claimedBy, Outcome outcome) {}

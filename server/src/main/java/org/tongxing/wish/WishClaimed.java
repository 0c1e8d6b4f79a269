package org.tongxing.wish;

/** Somebody has promised to deliver a wish of a child of this village. Carries ids and codes only. */
public record WishClaimed(long wish, long claimedBy, String village) {}

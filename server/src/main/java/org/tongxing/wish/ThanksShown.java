package org.tongxing.wish;

/** A second person has let the thanks for a wish go to whoever kept the promise. Ids only. */
public record ThanksShown(long wish, long keptBy) {}

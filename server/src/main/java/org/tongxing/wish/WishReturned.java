package org.tongxing.wish;

/** A reviewer has given a wish back to whoever wrote it down on a phone. Ids only; {@code version} tells one return from the next. */
public record WishReturned(long wish, long writer, int version) {}

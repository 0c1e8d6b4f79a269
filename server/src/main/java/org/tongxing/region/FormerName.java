package org.tongxing.region;

/**
 * What a place was called before: its own old name, or that of a place merged into it.
 *
 * @param now the place that has it today
 * @param merged whether another place bore it, and not this one
 */
public record FormerName(String name, Division now, boolean merged) {}

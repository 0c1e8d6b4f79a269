package org.tongxing.persistence;

import java.util.List;

/**
 * One page of a list.
 *
 * @param total how many rows there are in all
 */
public record Page<T>(List<T> rows, long total) {}

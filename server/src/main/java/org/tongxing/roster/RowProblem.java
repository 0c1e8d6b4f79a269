package org.tongxing.roster;

import org.jspecify.annotations.Nullable;

/** What is wrong with one cell, in words of a village clerk. */
public record RowProblem(
        String field, String code, String text, @Nullable String clause) {}

package org.tongxing.register;

import org.jspecify.annotations.Nullable;

/**
 * One figure of a submitted result that is another by now.
 *
 * @param lookedBack what the same day looks like with everything typed since
 * @param today how it stands today; null for deeds, which belong to their period
 */
public record Change(
        Drift.Part part,
        String code,
        String name,
        Drift.Measure measure,
        int reported,
        int lookedBack,
        @Nullable Integer today) {}

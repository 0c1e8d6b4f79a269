package org.tongxing.wish;

import java.util.Map;

/**
 * Wishes of children of this village were promised at the same moment. Carries ids and codes only.
 *
 * @param claimers who has promised which wish
 */
public record WishesClaimed(String village, Map<Long, Long> claimers) {}

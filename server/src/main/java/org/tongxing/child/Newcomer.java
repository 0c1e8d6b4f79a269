package org.tongxing.child;

import java.util.List;
import org.tongxing.policy.CategoryInterval;
import org.tongxing.policy.TierInterval;

/**
 * A child that is to be registered, with what the rules of its village say of it until it is of age. Made without a
 * transaction, so that one part of a roster is judged while the one before is written.
 */
public record Newcomer(NewChild child, List<CategoryInterval> categories, List<TierInterval> tiers) {}

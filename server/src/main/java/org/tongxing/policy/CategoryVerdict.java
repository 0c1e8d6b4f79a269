package org.tongxing.policy;

import java.util.List;
import org.tongxing.kernel.ClauseId;

/**
 * Whether a child is in a category on a day.
 *
 * @param clauses by which it is, or the clause that says it is not
 * @param reason in plain Chinese, naming the clause
 */
public record CategoryVerdict(String category, List<ClauseId> clauses, boolean holds, String reason) {}

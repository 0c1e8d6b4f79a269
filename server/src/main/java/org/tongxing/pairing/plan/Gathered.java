package org.tongxing.pairing.plan;

import java.util.Map;
import org.tongxing.kernel.ChildId;
import org.tongxing.pairing.planning.Problem;

/**
 * A problem with what the planner does not need to know but the rows do.
 *
 * @param households the household of each child
 */
record Gathered(Problem problem, Map<ChildId, Long> households) {}

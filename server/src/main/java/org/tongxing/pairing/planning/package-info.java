/**
 * The planner: proposes families for many children at once [JB-27]. It knows no database and no clock: a {@link
 * org.tongxing.pairing.planning.Problem} goes in, a {@link org.tongxing.pairing.planning.Plan} comes out, and people
 * decide.
 *
 * <p>Method: equal children and equal families are merged; a minimum-cost flow in which sibling groups may be split gives
 * prices and a lower bound; sibling groups are then placed whole at those prices, one by one, and the flow is repaired
 * exactly after each.
 */
@NullMarked
package org.tongxing.pairing.planning;

import org.jspecify.annotations.NullMarked;

package org.tongxing.roster.web;

import org.tongxing.contract.ProblemCode;
import org.tongxing.kernel.Caller;
import org.tongxing.problem.Refusal;

/** Rosters hold a whole town, so they are for those who arrange its pairings. */
final class RosterDesk {

    private RosterDesk() {}

    static void open(Caller caller) {
        if (!caller.role().arranges()) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
    }
}

package org.tongxing.visit;

import java.util.List;
import org.tongxing.contract.VisitContent.FoundNeed;
import org.tongxing.membership.PhoneCaller;

/** Takes what visits found missing; the board of needs implements it, because it knows visits and they do not know it. */
public interface NeedsFound {

    /**
     * Takes the needs in the transaction of the visit, and refuses none: words that tell too much go back to their writer
     * instead, for a visit is worth more than a need.
     */
    void found(long visit, long phoneAccount, List<FoundNeed> needs);

    /** Asks WeChat about the words of that visit that wait to be read; never to be called inside a transaction. */
    void check(PhoneCaller caller, long visit);
}

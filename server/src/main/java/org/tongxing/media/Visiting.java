package org.tongxing.media;

import org.tongxing.kernel.ChildId;
import org.tongxing.membership.PhoneCaller;

/** Says who visits whom; the module that knows pairings implements it. */
public interface Visiting {

    /** Whether this person of the phone side may visit the child now. */
    boolean visits(PhoneCaller caller, ChildId child);
}

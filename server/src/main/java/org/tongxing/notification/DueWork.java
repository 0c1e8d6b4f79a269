package org.tongxing.notification;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tongxing.membership.PhoneCaller;

/** Where it is reckoned what somebody has to do soon; asked anew whenever something is about to be sent. */
interface DueWork {

    Due of(PhoneCaller person, LocalDate today);

    /**
     * How much there is to do.
     *
     * @param things what is due, overdue included
     * @param until the first day on which one of them is too late; null when nothing is due
     */
    record Due(int things, int overdue, @Nullable LocalDate until) {}
}

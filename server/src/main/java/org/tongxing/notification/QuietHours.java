package org.tongxing.notification;

import java.time.LocalDateTime;
import java.time.LocalTime;

/**
 * The hours in which nobody is disturbed, as a rule over midnight.
 *
 * @param from inclusive
 * @param until exclusive; the same as {@code from} for no quiet hours at all
 */
record QuietHours(LocalTime from, LocalTime until) {

    /** The first moment from {@code at} on at which a message may be sent; {@code at} itself outside the quiet hours. */
    LocalDateTime next(LocalDateTime at) {
        LocalTime time = at.toLocalTime();
        if (!covers(time)) {
            return at;
        }
        LocalDateTime end = at.toLocalDate().atTime(this.until);
        return end.isAfter(at) ? end : end.plusDays(1);
    }

    private boolean covers(LocalTime time) {
        return this.from.isAfter(this.until)
                ? !time.isBefore(this.from) || time.isBefore(this.until)
                : !time.isBefore(this.from) && time.isBefore(this.until);
    }
}

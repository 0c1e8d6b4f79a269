package org.tongxing.policy;

import java.time.LocalDate;

/** Something that is true on certain days. */
public record Dated<T>(T value, Period period) {

    public boolean holdsOn(LocalDate day) {
        return this.period.contains(day);
    }
}

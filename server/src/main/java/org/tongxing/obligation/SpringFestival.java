package org.tongxing.obligation;

import java.time.LocalDate;
import java.util.Optional;

/**
 * 春节 by the calendar of the Purple Mountain and Hong Kong observatories. A table, because libraries that compute the
 * Chinese calendar are a day off where the new moon falls near midnight: ICU puts 2027 on 7 February and 2030 on 2
 * February, the observatories on the 6th and the 3rd.
 */
final class SpringFestival {

    private static final int FIRST = 2015;

    /** Month and day of each year from 2015. */
    private static final int[] DAYS = {
        219, 208, 128, 216, 205, 125, 212, 201, 122, 210, 129, 217, 206, 126, 213, 203, 123, 211, 131, 219, 208, 128,
                215,
        204, 124, 212, 201, 122, 210, 130, 217, 206, 126, 214, 202, 123, 211, 201, 219, 208, 128, 215, 204, 124, 212,
                202
    };

    private SpringFestival() {}

    /** The first day of the Chinese year that begins in this one; empty outside the table, 2015 to 2060. */
    static Optional<LocalDate> in(int year) {
        int index = year - FIRST;
        return index < 0 || index >= DAYS.length
                ? Optional.empty()
                : Optional.of(LocalDate.of(year, DAYS[index] / 100, DAYS[index] % 100));
    }
}

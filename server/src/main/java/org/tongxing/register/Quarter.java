package org.tongxing.register;

import java.time.LocalDate;
import org.tongxing.contract.ProblemCode;
import org.tongxing.problem.Refusal;

/** A quarter of a year; {@code number} from 1 to 4. */
public record Quarter(int year, int number) implements Comparable<Quarter> {

    private static final int QUARTERS = 4;
    private static final int MONTHS = 3;
    /** Nothing is on file of the years before; a database keeps no day of some of them. */
    static final int EARLIEST = 2000;

    private static final int LATEST = 2999;

    public Quarter {
        if (number < 1 || number > QUARTERS || year < EARLIEST || year > LATEST) {
            throw new Refusal(ProblemCode.INVALID_REQUEST);
        }
    }

    static Quarter of(LocalDate day) {
        return new Quarter(day.getYear(), (day.getMonthValue() - 1) / MONTHS + 1);
    }

    /** Its first day, from which on its result can be made. */
    public LocalDate opensOn() {
        return LocalDate.of(this.year, (this.number - 1) * MONTHS + 1, 1);
    }

    Quarter before() {
        return this.number == 1 ? new Quarter(this.year - 1, QUARTERS) : new Quarter(this.year, this.number - 1);
    }

    @Override
    public int compareTo(Quarter other) {
        return opensOn().compareTo(other.opensOn());
    }
}

package org.tongxing.policy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The days {@code [from, to)}; an end that is not known is far away, and still fits into a database. */
public record Period(LocalDate from, LocalDate to) {

    private static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);
    private static final LocalDate END = LocalDate.of(9999, 12, 31);

    public static final Period ALWAYS = new Period(BEGINNING, END);

    public Period {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("A period ends before it starts");
        }
    }

    public static Period of(@Nullable LocalDate from, @Nullable LocalDate to) {
        return new Period(from == null ? BEGINNING : from, to == null ? END : to);
    }

    public static Period since(LocalDate from) {
        return new Period(from, END);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(this.from) && day.isBefore(this.to);
    }
}

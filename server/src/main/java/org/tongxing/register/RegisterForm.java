package org.tongxing.register;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the register of a place looks like: its title, and its columns in order. The document names a form and does not hold
 * it [JB-63].
 */
public record RegisterForm(String title, List<FormHeading> columns) {

    static final RegisterForm DEFAULT = new RegisterForm(
            "结对帮扶儿童台账",
            Stream.of(Column.values())
                    .map(column -> new FormHeading(column, column.label()))
                    .toList());

    /** A column and what is written above it. */
    public record FormHeading(Column column, String label) {}
}

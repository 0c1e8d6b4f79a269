package org.tongxing.roster.reading;

import org.jspecify.annotations.Nullable;

/**
 * What is to be said of one cell, in the words of a village clerk.
 *
 * @param column the letters of the column, empty when the sheet has none for the field
 * @param value what stands in the cell
 * @param clause the clause of the rule book behind it
 * @param fix what the cell should probably say
 */
public record RowProblem(
        RosterField field,
        String column,
        String value,
        Cause code,
        String text,
        @Nullable String clause,
        @Nullable String fix) {

    @Override
    public String toString() {
        return this.column + " " + this.code;
    }
}

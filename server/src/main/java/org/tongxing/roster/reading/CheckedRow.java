package org.tongxing.roster.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.DivisionCode;

/**
 * A row with its verdict.
 *
 * @param entry what was understood; absent when the row is refused
 * @param village where the child lives, if at least that was understood
 */
public record CheckedRow(
        RawRow raw,
        Verdict verdict,
        @Nullable Entry entry,
        @Nullable DivisionCode village,
        List<RowProblem> problems) {

    public CheckedRow {
        problems = List.copyOf(problems);
    }

    public SheetKind kind() {
        return this.raw.sheet().kind();
    }

    /** The position of the sheet, 0 first. */
    public int sheet() {
        return this.raw.sheet().index();
    }

    /** The number of the row as Excel shows it. */
    public int row() {
        return this.raw.number();
    }

    /** A row is full of personal data and must not end up in a log by accident. */
    @Override
    public String toString() {
        return this.raw + " " + this.verdict + " " + this.problems;
    }
}

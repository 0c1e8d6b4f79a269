package org.tongxing.roster;

import java.util.List;
import java.util.Map;
import org.tongxing.roster.reading.RosterField;
import org.tongxing.roster.reading.RowProblem;
import org.tongxing.roster.reading.SheetKind;
import org.tongxing.roster.reading.Verdict;

/**
 * A row of a roster, opened; whoever shows it masks it.
 *
 * @param sheet the position of the sheet, 0 first
 * @param line the number of the row as Excel shows it
 */
public record StagedRow(
        int sheet,
        int line,
        SheetKind kind,
        Verdict verdict,
        Map<RosterField, String> cells,
        List<RowProblem> problems) {

    public String cell(RosterField field) {
        return this.cells.getOrDefault(field, "");
    }

    /** A row is full of personal data and must not end up in a log by accident. */
    @Override
    public String toString() {
        return "StagedRow[" + this.sheet + "/" + this.line + "]";
    }
}

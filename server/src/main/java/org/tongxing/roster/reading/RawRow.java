package org.tongxing.roster.reading;

import java.util.Map;
import org.tongxing.roster.sheet.RawCell;

/**
 * One row of a sheet, its cells by field.
 *
 * @param number the row's number as Excel shows it, 1 first
 */
public record RawRow(SheetOutline sheet, int number, Map<RosterField, RawCell> cells) {

    public RawRow {
        cells = Map.copyOf(cells);
    }

    public RawCell cell(RosterField field) {
        return this.cells.getOrDefault(field, RawCell.EMPTY);
    }

    /** The text of a cell without any white space, in half-width characters. */
    String tight(RosterField field) {
        return Texts.tight(cell(field).text());
    }

    /** The text of a cell, trimmed, inner spaces kept. */
    String trimmed(RosterField field) {
        return Texts.trimmed(cell(field).text());
    }

    /** A row is full of personal data and must not end up in a log by accident. */
    @Override
    public String toString() {
        return "RawRow[" + this.sheet.index() + "/" + this.number + "]";
    }
}

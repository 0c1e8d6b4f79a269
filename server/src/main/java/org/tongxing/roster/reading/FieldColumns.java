package org.tongxing.roster.reading;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tongxing.roster.sheet.RawCell;
import org.tongxing.roster.sheet.Spreadsheet.Merge;

/** Turns the cells of one sheet into fields, row after row, carrying down what is merged. */
final class FieldColumns {

    private final SheetOutline sheet;
    private final Map<Integer, RosterField> columns;
    private final Deque<Merge> ahead;
    /** Merged cells do not overlap, so there is at most one over a column at a time. */
    private final Map<Integer, Open> open = new HashMap<>();

    FieldColumns(SheetOutline sheet, List<Merge> merges) {
        this.sheet = sheet;
        this.columns = sheet.columns();
        List<Merge> sorted = new ArrayList<>(merges);
        sorted.sort(Comparator.comparingInt(Merge::firstRow));
        this.ahead = new ArrayDeque<>(sorted);
    }

    SheetOutline sheet() {
        return this.sheet;
    }

    RawRow row(int number, Map<Integer, RawCell> cells) {
        this.open.values().removeIf(over -> over.merge().lastRow() < number);
        while (!this.ahead.isEmpty() && this.ahead.getFirst().firstRow() <= number) {
            Merge merge = this.ahead.removeFirst();
            RawCell first = cells.get(merge.firstColumn());
            if (merge.firstRow() == number && first != null) {
                this.open.put(merge.firstColumn(), new Open(merge, first));
            }
        }
        Map<RosterField, RawCell> fields = new EnumMap<>(RosterField.class);
        this.columns.forEach((column, field) -> {
            RawCell cell = cells.get(column);
            if (cell != null) {
                fields.put(field, cell);
            }
        });
        // Only a row that has something of its own takes part in what is merged over it.
        if (!fields.isEmpty()) {
            this.open.forEach((column, over) -> {
                RosterField field = this.columns.get(column);
                if (field != null) {
                    fields.putIfAbsent(field, over.cell());
                }
            });
        }
        return new RawRow(this.sheet, number, fields);
    }

    private record Open(Merge merge, RawCell cell) {}
}

package org.tongxing.roster.reading;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tongxing.roster.reading.CellStream.Merge;

/** Turns the cells of one sheet into fields, row after row, carrying down what is merged. */
final class FieldColumns {

    private final SheetOutline sheet;
    private final Map<Integer, RosterField> columns;
    private final Deque<Merge> ahead;
    private final Map<Merge, RawCell> open = new HashMap<>();

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
        this.open.keySet().removeIf(merge -> merge.lastRow() < number);
        while (!this.ahead.isEmpty() && this.ahead.getFirst().firstRow() <= number) {
            Merge merge = this.ahead.removeFirst();
            RawCell first = cells.get(merge.firstColumn());
            if (merge.firstRow() == number && first != null) {
                this.open.put(merge, first);
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
            this.open.forEach((merge, cell) -> {
                RosterField field = this.columns.get(merge.firstColumn());
                if (field != null) {
                    fields.putIfAbsent(field, cell);
                }
            });
        }
        return new RawRow(this.sheet, number, fields);
    }
}

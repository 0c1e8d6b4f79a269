package org.tongxing.roster.reading;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a sheet looks like before its rows are read.
 *
 * @param index the position of the sheet, 0 first
 * @param headingRow the number of the row with the headings, 1 first; 0 when the sheet is empty
 * @param rows how many rows with something in them follow the headings
 */
public record SheetOutline(int index, String name, SheetKind kind, int headingRow, List<Heading> headings, int rows) {

    public SheetOutline {
        headings = List.copyOf(headings);
    }

    /** The fields by column, 0 first. */
    public Map<Integer, RosterField> columns() {
        return this.headings.stream()
                .filter(heading -> heading.field() != null)
                .collect(Collectors.toMap(Heading::index, Heading::known));
    }

    /** The required fields no column stands for. */
    public List<RosterField> missing() {
        return this.kind.required().stream()
                .filter(field -> !columns().containsValue(field))
                .toList();
    }

    /** The headings nobody recognised, to be mapped by hand or left out. */
    public List<Heading> unknown() {
        return this.headings.stream()
                .filter(heading -> heading.field() == null && !Headings.ignored(heading.title()))
                .toList();
    }

    /** The letter of a field's column, or the empty text when the sheet has no such column. */
    public String letter(RosterField field) {
        return this.headings.stream()
                .filter(heading -> heading.field() == field)
                .map(Heading::column)
                .findFirst()
                .orElse("");
    }

    /** This sheet with some columns mapped by hand; {@code null} as the field leaves a column out. */
    public SheetOutline mapped(SheetKind kind, Map<Integer, @Nullable RosterField> byHand) {
        List<Heading> mapped = this.headings.stream()
                .map(heading -> byHand.containsKey(heading.index())
                        ? new Heading(heading.index(), heading.title(), byHand.get(heading.index()))
                        : byHand.containsValue(heading.field())
                                ? new Heading(heading.index(), heading.title(), null)
                                : heading)
                .toList();
        return new SheetOutline(this.index, this.name, kind, this.headingRow, mapped, this.rows);
    }

    /**
     * A heading and what it is taken for.
     *
     * @param index the column, 0 first
     */
    public record Heading(int index, String title, @Nullable RosterField field) {

        /** The column's letters as Excel shows them. */
        public String column() {
            StringBuilder letters = new StringBuilder();
            for (int rest = this.index; rest >= 0; rest = rest / 26 - 1) {
                letters.insert(0, (char) ('A' + rest % 26));
            }
            return letters.toString();
        }

        private RosterField known() {
            return java.util.Objects.requireNonNull(this.field);
        }
    }
}

package org.tongxing.roster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongxing.roster.reading.RosterField;
import org.tongxing.roster.reading.SheetKind;
import org.tongxing.roster.reading.SheetOutline;

/** What somebody has said about the columns of a workbook. */
record Mapping(List<SheetMapping> sheets) {

    static final Mapping NONE = new Mapping(List.of());

    Mapping {
        sheets = List.copyOf(sheets);
    }

    /** This mapping with another word about one sheet. */
    Mapping with(SheetMapping said) {
        List<SheetMapping> all = new ArrayList<>(this.sheets);
        all.removeIf(known -> known.sheet() == said.sheet());
        all.add(said);
        return new Mapping(all);
    }

    /** The sheets as they are to be read. */
    List<SheetOutline> applied(List<SheetOutline> outlines) {
        return outlines.stream().map(this::applied).toList();
    }

    private SheetOutline applied(SheetOutline outline) {
        for (SheetMapping said : this.sheets) {
            if (said.sheet() == outline.index()) {
                Map<Integer, @Nullable RosterField> columns = new HashMap<>(said.columns());
                said.leftOut().forEach(column -> columns.put(column, null));
                return outline.mapped(said.kind(), columns);
            }
        }
        return outline;
    }

    /** The sheets of another workbook, with what was said here about headings that nobody recognises. */
    List<SheetOutline> remembered(List<SheetOutline> outlines) {
        return outlines.stream().map(this::remembered).toList();
    }

    private SheetOutline remembered(SheetOutline outline) {
        for (SheetMapping said : this.sheets) {
            boolean sameKind = said.kind() == outline.kind() || outline.kind() == SheetKind.UNKNOWN;
            Map<Integer, @Nullable RosterField> columns = new HashMap<>();
            for (SheetOutline.Heading heading : outline.unknown()) {
                RosterField field = said.titles().get(heading.title());
                if (field != null && !outline.columns().containsValue(field)) {
                    columns.put(heading.index(), field);
                }
            }
            if (sameKind && !columns.isEmpty()) {
                return outline.mapped(said.kind(), columns);
            }
        }
        return outline;
    }

    /**
     * What was said about one sheet.
     *
     * @param columns fields by the index of their column, 0 first
     * @param leftOut columns that mean nothing to us
     * @param titles the fields by heading, so that the next workbook with these headings need not be asked about
     */
    record SheetMapping(
            int sheet,
            SheetKind kind,
            Map<Integer, RosterField> columns,
            Set<Integer> leftOut,
            Map<String, RosterField> titles) {}
}

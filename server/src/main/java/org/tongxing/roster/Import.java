package org.tongxing.roster;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.roster.reading.Cause;
import org.tongxing.roster.reading.RosterField;
import org.tongxing.roster.reading.SheetKind;
import org.tongxing.roster.reading.SheetOutline;
import org.tongxing.roster.reading.Verdict;

/**
 * An import and how far it has come.
 *
 * @param readRows how many rows are read by now
 * @param totalRows how many there are; 0 until the workbook has been looked over
 * @param known how many rows are about children on file in the township; null until all rows are read
 * @param absent how many children on file there no row is about; an import never touches them
 * @param preparedRows how many rows of an accepted roster are prepared by now
 * @param keptUntil the day on which the workbook and its rows are deleted; null when they are
 * @param problem why it failed or waits, in plain words
 * @param missing the required fields that nobody has found a column for; only in {@link ImportState#MAPPING}
 */
public record Import(
        long id,
        DivisionCode division,
        ImportState state,
        String fileName,
        int readRows,
        int totalRows,
        int accepted,
        int noted,
        int refused,
        @Nullable Integer known,
        @Nullable Integer absent,
        int preparedRows,
        @Nullable LocalDate keptUntil,
        @Nullable String problem,
        LocalDateTime uploadedAt,
        @Nullable LocalDateTime acceptedAt,
        List<Sheet> sheets,
        List<Missing> missing,
        List<CauseCount> causes) {

    static List<Missing> missing(List<SheetOutline> sheets) {
        return sheets.stream()
                .flatMap(sheet -> sheet.missing().stream()
                        .map(field -> new Missing(sheet.index(), sheet.name(), field, field.label())))
                .toList();
    }

    /** What is said of most rows first. */
    static List<CauseCount> counts(Map<Cause, Integer> causes) {
        return causes.entrySet().stream()
                .sorted(Map.Entry.<Cause, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(cause -> new CauseCount(
                        cause.getKey(), cause.getKey().verdict(), cause.getKey().label(), cause.getValue()))
                .toList();
    }

    /** A sheet as it is read. */
    public record Sheet(int index, String name, SheetKind kind, int headingRow, int rows, List<Column> headings) {

        static Sheet of(SheetOutline outline) {
            return new Sheet(
                    outline.index(),
                    outline.name(),
                    outline.kind(),
                    outline.headingRow(),
                    outline.rows(),
                    outline.headings().stream()
                            .map(heading -> new Column(heading.column(), heading.title(), heading.field()))
                            .toList());
        }
    }

    /**
     * A column of a sheet.
     *
     * @param column its letters as Excel shows them
     * @param field what it is taken for; null when it is left out
     */
    public record Column(
            String column, String title, @Nullable RosterField field) {}

    /** A required field that has no column. */
    public record Missing(int sheet, String sheetName, RosterField field, String label) {}

    /** Something said of rows, and of how many. */
    public record CauseCount(Cause code, Verdict verdict, String text, int count) {}
}

package org.tongxing.roster.reading;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.poifs.crypt.temp.SXSSFWorkbookWithCustomZipEntrySource;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.tongxing.roster.sheet.RawCell;

/** Writes a roster again with its doubtful cells coloured and what to do beside them; made to be corrected and imported. */
public final class MarkedWorkbook {

    private static final int COLUMN_WIDTH = 16 * 256;
    private static final int NUMBER_WIDTH = 22 * 256;
    private static final int REASON_WIDTH = 60 * 256;

    private MarkedWorkbook() {}

    /**
     * Writes the marked-up workbook, a row at a time.
     *
     * @param sheets the outlines with which the workbook was read
     */
    public static void write(WorkbookReader original, List<SheetOutline> sheets, Marks marks, OutputStream out)
            throws IOException {
        // Its rows wait in encrypted temporary files, not in plain ones.
        try (SXSSFWorkbook book = new SXSSFWorkbookWithCustomZipEntrySource()) {
            Map<Integer, Page> pages = new HashMap<>();
            MarkedCells cells = new MarkedCells(book);
            for (SheetOutline sheet : sheets) {
                SXSSFSheet page = book.createSheet(WorkbookUtil.createSafeSheetName(sheet.name()));
                pages.put(sheet.index(), new Page(original, sheet, page, marks, cells));
            }
            original.cells((sheet, number, row) -> {
                Page page = pages.get(sheet);
                if (page != null) {
                    page.row(number, row);
                }
            });
            pages.values().forEach(Page::end);
            book.write(out);
        }
    }

    /** What was said of each row. */
    @FunctionalInterface
    public interface Marks {

        /** The verdict and the problems of a row, or null for a row that was not judged. */
        @Nullable
        Mark of(int sheet, int row);
    }

    /** What was said of one row. */
    public record Mark(Verdict verdict, List<RowProblem> problems) {

        public static Mark of(CheckedRow row) {
            return new Mark(row.verdict(), row.problems());
        }
    }

    private static final class Page {

        private final SheetOutline outline;
        private final FieldColumns columns;
        private final Map<Integer, RosterField> fields;
        private final SXSSFSheet sheet;
        private final Marks marks;
        private final MarkedCells cells;
        private final int extra;
        private int last;

        private Page(WorkbookReader original, SheetOutline outline, SXSSFSheet sheet, Marks marks, MarkedCells cells) {
            this.outline = outline;
            this.columns = original.columns(outline);
            this.fields = outline.columns();
            this.sheet = sheet;
            this.marks = marks;
            this.cells = cells;
            // After the township's own columns; a file marked before gets its marks replaced, not added to.
            this.extra = outline.headings().stream()
                            .filter(heading -> !isOurs(heading.title()))
                            .mapToInt(SheetOutline.Heading::index)
                            .max()
                            .orElse(0)
                    + 1;
            layout();
        }

        private void layout() {
            if (this.outline.headingRow() > 0) {
                this.sheet.createFreezePane(0, this.outline.headingRow());
            }
            for (int column = 0; column < this.extra; column++) {
                boolean number = this.fields.get(column) == RosterField.ID_NUMBER;
                this.sheet.setColumnWidth(column, number ? NUMBER_WIDTH : COLUMN_WIDTH);
            }
            this.sheet.setColumnWidth(this.extra, COLUMN_WIDTH);
            this.sheet.setColumnWidth(this.extra + 1, REASON_WIDTH);
            this.sheet.setColumnWidth(this.extra + 2, REASON_WIDTH);
        }

        /** Lets the refused rows be picked out by their verdict, and the sheet be printed as wide as it is. */
        private void end() {
            if (this.last > this.outline.headingRow()) {
                this.sheet.setAutoFilter(
                        new CellRangeAddress(this.outline.headingRow() - 1, this.last - 1, 0, this.extra + 2));
            }
            this.sheet.setFitToPage(true);
            this.sheet.getPrintSetup().setLandscape(true);
            this.sheet.getPrintSetup().setFitHeight((short) 0);
        }

        private void row(int number, TreeMap<Integer, RawCell> raw) {
            SXSSFRow row = this.sheet.createRow(number - 1);
            boolean data = this.outline.kind() != SheetKind.UNKNOWN && number > this.outline.headingRow();
            Mark mark = data ? this.marks.of(this.outline.index(), number) : null;
            TreeMap<Integer, RawCell> complete = new TreeMap<>(raw);
            if (data) {
                RawRow read = this.columns.row(number, raw);
                if (mark != null) {
                    // Merged cells are written out, so that each row stands for itself when it comes back.
                    this.fields.forEach((column, field) -> complete.putIfAbsent(column, read.cell(field)));
                }
            }
            this.outline.headings().stream()
                    .filter(heading -> isOurs(heading.title()) && number >= this.outline.headingRow())
                    .forEach(heading -> complete.remove(heading.index()));
            boolean heading = number == this.outline.headingRow();
            this.last = mark == null ? this.last : number;
            complete.forEach((column, cell) -> {
                if (heading) {
                    this.cells.heading(row, column, cell.text());
                    return;
                }
                RosterField field = data ? this.fields.get(column) : null;
                this.cells.write(row, column, cell, field, mark == null ? Verdict.ACCEPTED : verdict(mark, field));
            });
            if (heading && this.outline.kind() != SheetKind.UNKNOWN) {
                this.cells.heading(row, this.extra, Headings.VERDICT);
                this.cells.heading(row, this.extra + 1, Headings.REASON);
                this.cells.heading(row, this.extra + 2, Headings.FIX);
            } else if (mark != null) {
                explain(row, MarkedCells.word(mark.verdict()), MarkedCells.reasons(mark), MarkedCells.fixes(mark));
            }
        }

        private void explain(SXSSFRow row, String verdict, String reasons, String fixes) {
            this.cells.say(row, this.extra, verdict);
            this.cells.say(row, this.extra + 1, reasons);
            this.cells.say(row, this.extra + 2, fixes);
        }

        private static Verdict verdict(Mark mark, @Nullable RosterField field) {
            return mark.problems().stream()
                    .filter(problem -> problem.field() == field)
                    .map(problem -> problem.code().verdict())
                    .reduce(Verdict.ACCEPTED, Verdict::worse);
        }

        private static boolean isOurs(String title) {
            return title.equals(Headings.VERDICT) || title.equals(Headings.REASON) || title.equals(Headings.FIX);
        }
    }
}

package org.tongxing.roster.reading;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongxing.roster.sheet.RawCell;
import org.tongxing.roster.sheet.Spreadsheet;
import org.tongxing.roster.sheet.StoredFile;
import org.tongxing.roster.sheet.UnreadableWorkbook;

/** Streams the rows of a workbook: title rows, blank lines, repeated headings and signature lines are not rows. */
public final class WorkbookReader {

    private static final int PROGRESS_EVERY = 500;

    private final Spreadsheet file;
    private final OutlinePass pass = new OutlinePass();

    private WorkbookReader(Spreadsheet file) {
        this.file = file;
        cells(this.pass);
    }

    /**
     * Looks a file over without reading its rows.
     *
     * @throws UnreadableWorkbook when it is no spreadsheet, or one that must not be unfolded
     */
    public static WorkbookReader open(StoredFile file) {
        WorkbookReader reader = new WorkbookReader(Spreadsheet.open(file));
        if (reader.sheets().stream().allMatch(sheet -> sheet.headingRow() == 0)) {
            throw new UnreadableWorkbook(UnreadableWorkbook.Reason.NO_ROWS);
        }
        return reader;
    }

    /** The sheets in their order, with what the headings were taken for. */
    public List<SheetOutline> sheets() {
        return this.pass.outlines();
    }

    /** Reads the sheets as they were recognised. */
    public int read(Consumer<RawRow> rows) {
        return read(sheets(), rows, (done, total) -> {});
    }

    /**
     * Reads the rows of the sheets given and answers how many there were.
     *
     * @param sheets the outlines of {@link #sheets()}, some of them mapped by hand
     * @throws UnreadableWorkbook when none of the sheets is about children or families
     */
    public int read(List<SheetOutline> sheets, Consumer<RawRow> rows, Progress progress) {
        Map<Integer, SheetOutline> known = sheets.stream()
                .filter(sheet -> sheet.kind() != SheetKind.UNKNOWN)
                .collect(Collectors.toMap(SheetOutline::index, sheet -> sheet));
        if (known.isEmpty()) {
            throw new UnreadableWorkbook(UnreadableWorkbook.Reason.NO_HEADINGS);
        }
        int total = known.values().stream().mapToInt(SheetOutline::rows).sum();
        RowPass read = new RowPass(known, rows, progress, total);
        cells(read);
        progress.at(total, total);
        return read.count;
    }

    /** Hands over the cells of every row, headings and signatures included, as they were before we wrote them. */
    void cells(Spreadsheet.Sink sink) {
        this.file.read(new Spreadsheet.Sink() {

            @Override
            public void row(int sheet, int number, TreeMap<Integer, RawCell> cells) {
                cells.replaceAll((column, cell) -> original(cell));
                sink.row(sheet, number, cells);
            }

            @Override
            public void merged(int sheet, Spreadsheet.Merge merge) {
                sink.merged(sheet, merge);
            }

            @Override
            public void endOfSheet(int sheet, String name) {
                sink.endOfSheet(sheet, name);
            }
        });
    }

    private static RawCell original(RawCell cell) {
        return cell.kind() == RawCell.Kind.TEXT ? RawCell.text(Texts.original(cell.text())) : cell;
    }

    FieldColumns columns(SheetOutline sheet) {
        return new FieldColumns(sheet, this.pass.merges(sheet.index()));
    }

    /** Told now and then how far the reading has come. */
    @FunctionalInterface
    public interface Progress {

        void at(int done, int total);
    }

    private final class RowPass implements Spreadsheet.Sink {

        private final Map<Integer, SheetOutline> sheets;
        private final Consumer<RawRow> rows;
        private final Progress progress;
        private final int total;
        private @Nullable FieldColumns current;
        private int seen;
        private int count;

        private RowPass(Map<Integer, SheetOutline> sheets, Consumer<RawRow> rows, Progress progress, int total) {
            this.sheets = sheets;
            this.rows = rows;
            this.progress = progress;
            this.total = total;
        }

        @Override
        public void row(int index, int number, TreeMap<Integer, RawCell> cells) {
            SheetOutline outline = this.sheets.get(index);
            if (outline == null || number <= outline.headingRow()) {
                return;
            }
            if (++this.seen % PROGRESS_EVERY == 0) {
                this.progress.at(this.seen, this.total);
            }
            FieldColumns columns = this.current;
            if (columns == null || columns.sheet() != outline) {
                columns = columns(outline);
                this.current = columns;
            }
            RawRow row = columns.row(number, cells);
            if (RowShape.isAboutSomebody(row, cells)) {
                this.count++;
                this.rows.accept(row);
            }
        }
    }
}

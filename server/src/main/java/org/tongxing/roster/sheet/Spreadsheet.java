package org.tongxing.roster.sheet;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tongxing.roster.sheet.UnreadableWorkbook.Reason;

/** A spreadsheet of any kind we read; can be read as often as needed. */
public abstract class Spreadsheet {

    static final int MOST_COLUMNS = 200;
    static final int MOST_ROWS = 200_000;
    static final int LONGEST_TEXT = 32_767;

    private static final int ZIP = 0x504B0304;
    /** The first bytes of an OLE2 file: .xls, or anything of Office with a password. */
    private static final long OLE2 = 0xD0CF11E0A1B11AE1L;

    /**
     * Tells what kind of file this is by what is in it, whatever it is called.
     *
     * @throws UnreadableWorkbook when it is no spreadsheet, or one that must not be unfolded
     */
    public static Spreadsheet open(StoredFile file) {
        try {
            ByteBuffer head = head(file);
            if (head.limit() == 0) {
                throw new UnreadableWorkbook(Reason.EMPTY_FILE);
            }
            if (head.limit() >= Integer.BYTES && head.getInt(0) == ZIP) {
                return XlsxSpreadsheet.of(file);
            }
            if (head.limit() == Long.BYTES && head.getLong(0) == OLE2) {
                return XlsSpreadsheet.of(file);
            }
            return CsvSpreadsheet.of(file);
        } catch (IOException broken) {
            throw new UnreadableWorkbook(Reason.NOT_A_WORKBOOK, broken);
        }
    }

    /**
     * Hands over every row that has something in it, never more than one at a time, sheet after sheet. What the sink throws
     * comes out as it is.
     *
     * @throws UnreadableWorkbook when the file is broken inside, or larger than anything anybody fills in
     */
    public final void read(Sink sink) {
        Guarded guarded = new Guarded(sink);
        try {
            readAll(guarded);
        } catch (IOException | RuntimeException thrown) {
            if (guarded.failure != null) {
                throw guarded.failure;
            }
            throw thrown instanceof UnreadableWorkbook unreadable
                    ? unreadable
                    : new UnreadableWorkbook(Reason.NOT_A_WORKBOOK, thrown);
        }
    }

    abstract void readAll(Sink sink) throws IOException;

    private static ByteBuffer head(StoredFile file) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(Long.BYTES);
        try (SeekableByteChannel in = file.open()) {
            while (head.hasRemaining() && in.read(head) >= 0) {}
        }
        return head.flip();
    }

    /** Reads a stretch of a file that has to be there. */
    static void readFully(SeekableByteChannel in, ByteBuffer into) throws IOException {
        while (into.hasRemaining()) {
            if (in.read(into) < 0) {
                throw new EOFException();
            }
        }
    }

    /** Who wants the cells. */
    public interface Sink {

        /**
         * A row with at least one cell that is not blank.
         *
         * @param sheet the position of the sheet, 0 first
         * @param number the row as Excel shows it, 1 first
         * @param cells by column, 0 first
         */
        void row(int sheet, int number, TreeMap<Integer, RawCell> cells);

        /** Cells that are one, told when the rows of the sheet are through. */
        default void merged(int sheet, Merge merge) {}

        default void endOfSheet(int sheet, String name) {}
    }

    /** Merged cells; rows as Excel shows them, columns from 0. */
    public record Merge(int firstRow, int lastRow, int firstColumn, int lastColumn) {}

    /** Bounds what comes, and remembers what the sink itself threw: libraries in between wrap it. */
    private static final class Guarded implements Sink {

        private final Sink sink;
        private @Nullable RuntimeException failure;
        private int rows;

        private Guarded(Sink sink) {
            this.sink = sink;
        }

        @Override
        public void row(int sheet, int number, TreeMap<Integer, RawCell> cells) {
            cells.values().removeIf(RawCell::isBlank);
            if (cells.isEmpty()) {
                return;
            }
            if (cells.lastKey() >= MOST_COLUMNS) {
                throw new UnreadableWorkbook(Reason.TOO_MANY_COLUMNS);
            }
            if (++this.rows > MOST_ROWS) {
                throw new UnreadableWorkbook(Reason.TOO_MANY_ROWS);
            }
            call(() -> this.sink.row(sheet, number, cells));
        }

        @Override
        public void merged(int sheet, Merge merge) {
            call(() -> this.sink.merged(sheet, merge));
        }

        @Override
        public void endOfSheet(int sheet, String name) {
            call(() -> this.sink.endOfSheet(sheet, name));
        }

        private void call(Runnable call) {
            try {
                call.run();
            } catch (RuntimeException thrown) {
                this.failure = thrown;
                throw thrown;
            }
        }
    }
}

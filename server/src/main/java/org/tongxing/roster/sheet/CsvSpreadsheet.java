package org.tongxing.roster.sheet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.tongxing.roster.sheet.UnreadableWorkbook.Reason;

/** A text with separators, in UTF-8 or, as a Chinese Excel writes it, in GBK. */
final class CsvSpreadsheet extends Spreadsheet {

    private static final String SHEET = "表";
    private static final int LOOKED_AT = 4_096;
    private static final String SEPARATORS = ",\t;，";

    private final StoredFile file;
    private final Charset charset;
    private final char separator;

    private CsvSpreadsheet(StoredFile file, Charset charset, char separator) {
        this.file = file;
        this.charset = charset;
        this.separator = separator;
    }

    static Spreadsheet of(StoredFile file) throws IOException {
        for (Charset charset : candidates(file)) {
            if (isWrittenIn(charset, file)) {
                return new CsvSpreadsheet(file, charset, separator(file, charset));
            }
        }
        throw new UnreadableWorkbook(Reason.NOT_A_WORKBOOK);
    }

    @Override
    void readAll(Sink sink) throws IOException {
        try (Reader in = reader(this.file, this.charset)) {
            new Rows(in, this.separator, sink).read();
        }
        sink.endOfSheet(0, SHEET);
    }

    /** Without a mark at its start, two bytes of GBK would pass for a character of UTF-16. */
    private static List<Charset> candidates(StoredFile file) throws IOException {
        try (SeekableByteChannel in = file.open()) {
            ByteBuffer head = ByteBuffer.allocate(2);
            in.read(head);
            int mark = head.position() == 2 ? head.getShort(0) & 0xFFFF : 0;
            return mark == 0xFEFF || mark == 0xFFFE
                    ? List.of(StandardCharsets.UTF_16)
                    : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));
        }
    }

    /** Whether the whole file is text in this encoding; what holds zero bytes or rings a bell is none. */
    private static boolean isWrittenIn(Charset charset, StoredFile file) throws IOException {
        try (Reader in = reader(file, charset)) {
            char[] buffer = new char[LOOKED_AT];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    if (buffer[i] < ' ' && "\t\r\n\f".indexOf(buffer[i]) < 0) {
                        return false;
                    }
                }
            }
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }

    private static char separator(StoredFile file, Charset charset) throws IOException {
        char[] buffer = new char[LOOKED_AT];
        try (Reader in = reader(file, charset)) {
            int read = Math.max(0, in.read(buffer));
            String start = new String(buffer, 0, read);
            String tag = start.strip().toLowerCase(Locale.ROOT);
            if (tag.startsWith("<")) {
                throw new UnreadableWorkbook(
                        tag.contains("<table") || tag.contains("html") ? Reason.WEB_PAGE : Reason.NOT_A_WORKBOOK);
            }
            return (char) SEPARATORS
                    .chars()
                    .filter(one -> start.indexOf(one) >= 0)
                    .boxed()
                    .max(java.util.Comparator.comparingLong(
                            one -> start.chars().filter(other -> other == one).count()))
                    .orElseThrow(() -> new UnreadableWorkbook(Reason.NOT_A_WORKBOOK))
                    .intValue();
        }
    }

    private static Reader reader(StoredFile file, Charset charset) throws IOException {
        BufferedReader reader = new BufferedReader(Channels.newReader(
                file.open(),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT),
                -1));
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    /** Quoted fields may hold separators, line ends and doubled quotes. */
    private static final class Rows {

        private final Reader in;
        private final char separator;
        private final Sink sink;
        private final StringBuilder field = new StringBuilder();
        private TreeMap<Integer, RawCell> cells = new TreeMap<>();
        private int column;
        private int line = 1;
        private boolean endOfQuote;

        private Rows(Reader in, char separator, Sink sink) {
            this.in = in;
            this.separator = separator;
            this.sink = sink;
        }

        private void read() throws IOException {
            boolean quoted = false;
            int before = 0;
            for (int one = this.in.read(); one >= 0; before = one, one = this.in.read()) {
                if (quoted) {
                    quoted = one != '"';
                    this.endOfQuote = !quoted;
                    if (quoted) {
                        this.field.append((char) one);
                    }
                } else if (one == '"' && beginsQuote()) {
                    quoted = true;
                } else if (one == this.separator) {
                    endField();
                } else if (one == '\n' || one == '\r') {
                    if (one == '\r' || before != '\r') {
                        endRow();
                    }
                } else {
                    this.field.append((char) one);
                }
                if (this.field.length() > LONGEST_TEXT) {
                    throw new UnreadableWorkbook(Reason.SUSPICIOUS);
                }
            }
            if (!this.field.isEmpty() || this.column > 0) {
                endRow();
            }
        }

        /** At the start of a field, after {@code =} by which Excel is kept from spoiling a number, or doubled. */
        private boolean beginsQuote() {
            if (this.endOfQuote) {
                this.field.append('"');
                return true;
            }
            boolean formula = this.field.length() == 1 && this.field.charAt(0) == '=';
            if (formula) {
                this.field.setLength(0);
            }
            return this.field.isEmpty();
        }

        private void endField() {
            String text = this.field.toString();
            if (!text.isBlank()) {
                if (this.column >= MOST_COLUMNS) {
                    throw new UnreadableWorkbook(Reason.TOO_MANY_COLUMNS);
                }
                this.cells.put(this.column, RawCell.text(text));
            }
            this.column++;
            this.field.setLength(0);
            this.endOfQuote = false;
        }

        private void endRow() {
            endField();
            if (!this.cells.isEmpty()) {
                this.sink.row(0, this.line, this.cells);
                this.cells = new TreeMap<>();
            }
            this.column = 0;
            this.line++;
        }
    }
}

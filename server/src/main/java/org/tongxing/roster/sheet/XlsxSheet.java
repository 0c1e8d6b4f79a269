package org.tongxing.roster.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tongxing.roster.sheet.UnreadableWorkbook.Reason;

/** One worksheet, row after row. */
final class XlsxSheet {

    private static final int LAST_ROW = 1_048_576;

    private final SharedTexts texts;
    private final CellFormats formats;
    private final boolean base1904;

    private TreeMap<Integer, RawCell> cells = new TreeMap<>();
    private int row;
    private int column = -1;
    private int style;
    private String type = "";
    private String value = "";
    private boolean inside;
    private boolean sound;
    private int merges;

    XlsxSheet(SharedTexts texts, CellFormats formats, boolean base1904) {
        this.texts = texts;
        this.formats = formats;
        this.base1904 = base1904;
    }

    void read(int index, InputStream part, Spreadsheet.Sink sink) throws IOException {
        Markup markup = new Markup(part);
        while (markup.next()) {
            if (markup.opens("row")) {
                beginRow(markup.attribute("r"));
            } else if (markup.opens("c")) {
                beginCell(markup);
            } else if (markup.opens("is")) {
                this.inside = true;
            } else if (markup.opens("rPh")) {
                this.sound = true;
            }
            if (markup.closes("v")) {
                this.value = markup.text();
            } else if (markup.closes("t")
                    && this.inside
                    && !this.sound
                    && this.value.length() < Spreadsheet.LONGEST_TEXT) {
                this.value += markup.text();
            } else if (markup.closes("rPh")) {
                this.sound = false;
            } else if (markup.closes("is")) {
                this.inside = false;
            } else if (markup.closes("c")) {
                endCell();
            } else if (markup.closes("row")) {
                if (!this.cells.isEmpty()) {
                    sink.row(index, this.row, this.cells);
                    this.cells = new TreeMap<>();
                }
            } else if (markup.opens("mergeCell")) {
                merged(index, markup.attribute("ref"), sink);
            }
        }
    }

    private void beginRow(@Nullable String number) {
        this.row = Numbers.whole(number, this.row + 1);
        this.column = -1;
        if (this.row < 1 || this.row > LAST_ROW) {
            throw new UnreadableWorkbook(Reason.SUSPICIOUS);
        }
    }

    private void beginCell(Markup markup) {
        String place = markup.attribute("r");
        this.column = place == null ? this.column + 1 : column(place);
        this.style = Numbers.whole(markup.attribute("s"), -1);
        String kind = markup.attribute("t");
        this.type = kind == null ? "n" : kind;
        this.value = "";
    }

    private void endCell() {
        if (this.value.isEmpty()) {
            return;
        }
        RawCell cell = switch (this.type) {
            case "s" -> RawCell.text(this.texts.get(this.value));
            case "inlineStr" -> RawCell.text(SharedTexts.unescaped(this.value));
            case "b" -> RawCell.text(this.value.equals("1") ? "是" : "否");
            case "n" -> Numbers.cell(this.value, this.formats.isDate(this.style), this.base1904);
            case "d" -> new RawCell(this.value.substring(0, Math.min(10, this.value.length())), RawCell.Kind.DATE);
            default -> RawCell.text(this.value);
        };
        if (!cell.isBlank()) {
            if (this.column >= Spreadsheet.MOST_COLUMNS) {
                throw new UnreadableWorkbook(Reason.TOO_MANY_COLUMNS);
            }
            this.cells.put(this.column, cell);
        }
        this.value = "";
    }

    private void merged(int index, @Nullable String area, Spreadsheet.Sink sink) {
        if (++this.merges > Spreadsheet.MOST_ROWS) {
            throw new UnreadableWorkbook(Reason.SUSPICIOUS);
        }
        int colon = area == null ? -1 : area.indexOf(':');
        if (area == null || colon < 0) {
            return;
        }
        String first = area.substring(0, colon);
        String last = area.substring(colon + 1);
        sink.merged(index, new Spreadsheet.Merge(line(first), line(last), column(first), column(last)));
    }

    /** The column of a place such as {@code AB12}, 0 first. */
    private static int column(String place) {
        int column = 0;
        for (int i = 0; i < place.length() && Character.isLetter(place.charAt(i)) && column < LAST_ROW; i++) {
            column = column * 26 + Character.toUpperCase(place.charAt(i)) - 'A' + 1;
        }
        return column - 1;
    }

    private static int line(String place) {
        int digits = 0;
        while (digits < place.length() && !Character.isDigit(place.charAt(digits))) {
            digits++;
        }
        return Numbers.whole(place.substring(digits), 0);
    }
}

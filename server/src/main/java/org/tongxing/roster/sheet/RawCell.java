package org.tongxing.roster.reading;

/**
 * A cell as it stands there.
 *
 * @param text what a person sees, dates as {@code yyyy-MM-dd}, whole numbers in all their digits
 */
public record RawCell(String text, Kind kind) {

    /** An empty cell. */
    public static final RawCell EMPTY = new RawCell("", Kind.TEXT);

    public static RawCell text(String text) {
        return new RawCell(text, Kind.TEXT);
    }

    boolean isBlank() {
        return Texts.tight(this.text).isEmpty();
    }

    /** How the workbook stores it; an ID number stored as a number has lost its last digits. */
    public enum Kind {
        TEXT,
        NUMBER,
        DATE
    }
}

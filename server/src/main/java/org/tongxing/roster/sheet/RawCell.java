package org.tongxing.roster.sheet;

import java.util.regex.Pattern;

/**
 * A cell as it stands there.
 *
 * @param text what a person sees, dates as {@code yyyy-MM-dd}, whole numbers in all their digits
 */
public record RawCell(String text, Kind kind) {

    /** Excel, WeChat and web pages leave these behind: no-break, ideographic and zero-width spaces, a byte order mark. */
    public static final String INVISIBLE =
            "\\s\\u00A0\\u00AD\\u2000-\\u200F\\u2028-\\u202F\\u205F-\\u2064\\u3000\\uFEFF";

    /** An empty cell. */
    public static final RawCell EMPTY = new RawCell("", Kind.TEXT);

    private static final Pattern NOTHING = Pattern.compile("[" + INVISIBLE + "]*");

    public static RawCell text(String text) {
        return new RawCell(text, Kind.TEXT);
    }

    public boolean isBlank() {
        return NOTHING.matcher(this.text).matches();
    }

    /** How the file stores it; an ID number stored as a number has lost its last digits. */
    public enum Kind {
        TEXT,
        NUMBER,
        DATE
    }
}

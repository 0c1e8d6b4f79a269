package org.tongxing.wording;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What people typed, as it may stand in a workbook or CSV of ours. */
public final class CellText {

    /** What a spreadsheet may take for a formula when it is typed over or saved as CSV. */
    private static final Pattern FORMULA = Pattern.compile("^[\\uFEFF\\x00-\\x1F\\x7F\\s]*[=+\\-@|%]");

    private CellText() {}

    /** The text with an apostrophe before it where a spreadsheet would take it for a formula; nothing is an empty text. */
    public static String defused(@Nullable String text) {
        return text == null ? "" : FORMULA.matcher(text).find() ? "'" + text : text;
    }
}

package org.tongxing.wording;

import org.jspecify.annotations.Nullable;

/** What people typed, as it may stand in a workbook or CSV of ours. */
public final class CellText {

    /** What a formula may begin with, for one spreadsheet or another, when it is typed over or saved as CSV. */
    private static final String BEGINS_A_FORMULA = "=+-@|%";

    private static final char DELETE = 0x7F;
    private static final char BYTE_ORDER_MARK = 0xFEFF;

    private CellText() {}

    /** The text with an apostrophe before it where a spreadsheet would take it for a formula; nothing is an empty text. */
    public static String defused(@Nullable String text) {
        return text == null ? "" : isFormula(text) ? "'" + text : text;
    }

    private static boolean isFormula(String text) {
        int first = 0;
        while (first < text.length() && isPassedOver(text.charAt(first))) {
            first++;
        }
        return first < text.length() && BEGINS_A_FORMULA.indexOf(text.charAt(first)) >= 0;
    }

    /** Blanks and what cannot be seen. */
    private static boolean isPassedOver(char one) {
        return one <= ' ' || one == DELETE || one == BYTE_ORDER_MARK;
    }
}

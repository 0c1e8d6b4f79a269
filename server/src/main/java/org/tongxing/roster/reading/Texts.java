package org.tongxing.roster.reading;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.tongxing.roster.sheet.RawCell;
import org.tongxing.wording.CellText;

/** What a clerk types, made regular: full-width characters, stray and invisible spaces, the dot in a name. */
public final class Texts {

    private static final Pattern SPACES = Pattern.compile("[" + RawCell.INVISIBLE + "]+");
    private static final Pattern EDGES = Pattern.compile("^[" + RawCell.INVISIBLE + "]+|[" + RawCell.INVISIBLE + "]+$");
    private static final Pattern DOTS = Pattern.compile("[•‧.・･∙⋅●○]");
    private static final Pattern ESCAPED_FORMULA = Pattern.compile("^'(?=[\\uFEFF\\x00-\\x1F\\x7F\\s]*[=+\\-@|%])");

    private Texts() {}

    /** Half-width, without any white space. */
    public static String tight(String text) {
        return isPlain(text) ? text : SPACES.matcher(half(text)).replaceAll("");
    }

    /** Trimmed of visible and invisible spaces; full-width punctuation of prose is kept. */
    public static String trimmed(String text) {
        return EDGES.matcher(text).replaceAll("");
    }

    /** A person's name: the middle dot has one form, spaces between Chinese characters are slips. */
    public static String name(String text) {
        return DOTS.matcher(tight(text)).replaceAll("·");
    }

    /** The opposite of {@link CellText#defused}, so that a workbook we wrote reads back as it was. */
    static String original(String text) {
        return text.startsWith("'") ? ESCAPED_FORMULA.matcher(text).replaceFirst("") : text;
    }

    /** Most cells hold nothing but digits, letters and common characters, and are regular as they are. */
    private static boolean isPlain(String text) {
        return text.chars().allMatch(one -> one > ' ' && one < 0x7F || one >= 0x4E00 && one <= 0x9FFF);
    }

    private static String half(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }
}

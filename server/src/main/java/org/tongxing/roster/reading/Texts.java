package org.tongxing.roster.reading;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** What a clerk types, made regular: full-width characters, stray and invisible spaces, the dot in a name. */
public final class Texts {

    /** Excel, WeChat and web pages leave these behind: no-break, ideographic and zero-width spaces, a byte order mark. */
    private static final String INVISIBLE =
            "\\s\\u00A0\\u00AD\\u2000-\\u200F\\u2028-\\u202F\\u205F-\\u2064\\u3000\\uFEFF";

    private static final Pattern SPACES = Pattern.compile("[" + INVISIBLE + "]+");
    private static final Pattern EDGES = Pattern.compile("^[" + INVISIBLE + "]+|[" + INVISIBLE + "]+$");
    private static final Pattern DOTS = Pattern.compile("[•‧.・･∙⋅●○]");
    private static final Pattern FORMULA = Pattern.compile("^[\\uFEFF\\x00-\\x1F\\x7F\\s]*[=+\\-@|%]");
    private static final Pattern ESCAPED_FORMULA = Pattern.compile("^'(?=[\\uFEFF\\x00-\\x1F\\x7F\\s]*[=+\\-@|%])");

    private Texts() {}

    /** Half-width, without any white space. */
    public static String tight(String text) {
        return SPACES.matcher(half(text)).replaceAll("");
    }

    /** Trimmed of visible and invisible spaces; full-width punctuation of prose is kept. */
    public static String trimmed(String text) {
        return EDGES.matcher(text).replaceAll("");
    }

    /** A person's name: the middle dot has one form, spaces between Chinese characters are slips. */
    public static String name(String text) {
        return DOTS.matcher(tight(text)).replaceAll("·");
    }

    /** Text that a spreadsheet would take for a formula, with an apostrophe before it. */
    public static String defused(String text) {
        return FORMULA.matcher(text).find() ? "'" + text : text;
    }

    /** The opposite of {@link #defused}, so that a workbook we wrote reads back as it was. */
    static String original(String text) {
        return ESCAPED_FORMULA.matcher(text).replaceFirst("");
    }

    private static String half(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }
}

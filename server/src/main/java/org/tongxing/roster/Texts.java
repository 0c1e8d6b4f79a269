package org.tongxing.roster;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a clerk types, made regular: full-width digits, stray spaces, the shapes of a date. */
final class Texts {

    private static final Pattern DATE = Pattern.compile("(\\d{4})[-./年](\\d{1,2})[-./月](\\d{1,2})日?");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})[-./年](\\d{1,2})月?");
    private static final Pattern SERIAL = Pattern.compile("\\d{5}");
    private static final LocalDate EXCEL_EPOCH = LocalDate.of(1899, 12, 30);

    private Texts() {}

    /** Half-width, without any white space. */
    static String tight(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\u00A0\\u200B-\\u200D\\u3000\\uFEFF]", "");
    }

    /** A person's name: the middle dot has one form, spaces inside Chinese names are slips. */
    static String name(String text) {
        return tight(text).replaceAll("[•‧.・]", "·");
    }

    static String number(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /** The day meant, or null if there is no such day. A month alone means its first day. */
    static @Nullable LocalDate date(String text) {
        String tight = tight(text);
        try {
            Matcher full = DATE.matcher(tight);
            Matcher compact = COMPACT.matcher(tight);
            if (full.matches() || compact.matches()) {
                Matcher found = full.matches() ? full : compact;
                return LocalDate.of(
                        Integer.parseInt(found.group(1)),
                        Integer.parseInt(found.group(2)),
                        Integer.parseInt(found.group(3)));
            }
            Matcher month = MONTH.matcher(tight);
            if (month.matches()) {
                return LocalDate.of(Integer.parseInt(month.group(1)), Integer.parseInt(month.group(2)), 1);
            }
            return SERIAL.matcher(tight).matches() ? EXCEL_EPOCH.plusDays(Integer.parseInt(tight)) : null;
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    /** A mobile number, or null. */
    static @Nullable String mobile(String text) {
        String digits = tight(text).replaceAll("[-－—]", "");
        return digits.matches("1[3-9]\\d{9}") ? digits : null;
    }
}

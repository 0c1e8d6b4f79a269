package org.tongxing.roster.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongxing.roster.sheet.Numbers;
import org.tongxing.roster.sheet.RawCell;

/** The shapes in which a roster writes a day or a month. */
public final class Dates {

    private static final String DASH = "[-‐‑–—−./。、,年]";
    private static final Pattern DAY = Pattern.compile("(\\d{4})" + DASH + "(\\d{1,2})(?:" + DASH
            + "|月)(\\d{1,2})[日号]?(?:T?\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?)?");
    private static final Pattern COMPACT_DAY = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})" + DASH + "(\\d{1,2})月?(?:份|起)?");
    private static final Pattern COMPACT_MONTH = Pattern.compile("((?:19|20)\\d{2})(0[1-9]|1[0-2])");
    private static final Pattern SERIAL = Pattern.compile("\\d{5}(?:\\.\\d+)?");

    private Dates() {}

    /** What a cell says: a day, a month, nothing, or no date at all. */
    public static Reading read(RawCell cell) {
        String text = Texts.tight(cell.text());
        if (text.isEmpty()) {
            return new Reading(null, Shape.NONE);
        }
        try {
            for (Pattern pattern : new Pattern[] {DAY, COMPACT_DAY}) {
                Matcher day = pattern.matcher(text);
                if (day.matches()) {
                    return new Reading(day(day.group(1), day.group(2), day.group(3)), Shape.DAY);
                }
            }
            // 40,507 days after 1900 is 2010-11-25; as a number it comes from a cell whose date format was lost.
            if (SERIAL.matcher(text).matches()) {
                return new Reading(Numbers.day((int) Double.parseDouble(text), false), Shape.DAY);
            }
            for (Pattern pattern : new Pattern[] {MONTH, COMPACT_MONTH}) {
                Matcher month = pattern.matcher(text);
                if (month.matches()) {
                    return new Reading(day(month.group(1), month.group(2), "1"), Shape.MONTH);
                }
            }
            return new Reading(null, Shape.UNREADABLE);
        } catch (DateTimeException noSuchDay) {
            return new Reading(null, Shape.NO_SUCH_DAY);
        }
    }

    private static LocalDate day(String year, String month, String day) {
        return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    }

    /**
     * A date as it was understood.
     *
     * @param day the day, or the first day of the month; null unless the shape is a day or a month
     */
    public record Reading(@Nullable LocalDate day, Shape shape) {}

    /** How much of a date a cell holds. */
    public enum Shape {
        DAY,
        MONTH,
        NONE,
        NO_SUCH_DAY,
        UNREADABLE
    }
}

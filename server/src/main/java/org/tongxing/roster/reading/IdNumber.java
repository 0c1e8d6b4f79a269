package org.tongxing.roster.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.Sex;
import org.tongxing.roster.sheet.RawCell;

/** 公民身份号码 of GB 11643-1999: six digits of a place, the birthday, a sequence whose last digit is the sex, a check digit. */
public record IdNumber(String value) {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";
    private static final int LENGTH = 18;
    private static final int FORMER_LENGTH = 15;
    private static final int BODY = LENGTH - 1;

    public IdNumber {
        if (problem(value) != null) {
            throw new IllegalArgumentException("Not an ID number");
        }
    }

    /** Reads what stands in a cell: spaces, full-width digits and a small x are slips, everything else is a problem. */
    public static Reading read(RawCell cell) {
        String text = Texts.tight(cell.text()).toUpperCase(Locale.ROOT);
        if (text.isEmpty()) {
            return new Reading(null, null);
        }
        Problem problem = problem(text);
        // Numbers keep 15 digits: even if such a number happens to check out, nobody knows what its end was.
        boolean number = cell.kind() == RawCell.Kind.NUMBER && text.length() > FORMER_LENGTH;
        boolean copied = problem != null && text.matches("\\d(\\.\\d+)?E\\+?\\d+|\\d{15}000");
        if (number || copied) {
            return new Reading(null, Problem.DAMAGED);
        }
        return problem == null ? new Reading(new IdNumber(text), null) : new Reading(null, problem);
    }

    /** What is wrong with a number that has been made regular, or null. */
    static @Nullable Problem problem(String text) {
        if (text.length() == FORMER_LENGTH && text.matches("\\d+")) {
            return Problem.FIFTEEN_DIGITS;
        }
        if (!text.matches("\\d*[\\dX]")) {
            return Problem.WRONG_CHARACTERS;
        }
        if (text.length() != LENGTH) {
            return text.length() < LENGTH ? Problem.TOO_SHORT : Problem.TOO_LONG;
        }
        try {
            birthOn(text);
        } catch (DateTimeException noSuchDay) {
            return Problem.NO_SUCH_DAY;
        }
        return checkDigit(text) == text.charAt(BODY) ? null : Problem.WRONG_CHECK_DIGIT;
    }

    /** The check digit that belongs to the first 17 digits. */
    public static char checkDigit(String text) {
        int sum = 0;
        for (int i = 0; i < BODY; i++) {
            sum += (text.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % CHECKS.length());
    }

    public LocalDate birthOn() {
        return birthOn(this.value);
    }

    public Sex sex() {
        return (this.value.charAt(BODY - 1) - '0') % 2 == 1 ? Sex.MALE : Sex.FEMALE;
    }

    /** Masked, so that a log line gives nobody away. */
    @Override
    public String toString() {
        return this.value.substring(0, 3) + "***********" + this.value.substring(14);
    }

    private static LocalDate birthOn(String text) {
        return LocalDate.of(
                Integer.parseInt(text.substring(6, 10)),
                Integer.parseInt(text.substring(10, 12)),
                Integer.parseInt(text.substring(12, 14)));
    }

    /** A number, or what is wrong; both are absent when the cell is empty. */
    public record Reading(
            @Nullable IdNumber number, @Nullable Problem problem) {}

    /** Why something is no ID number. */
    public enum Problem {
        TOO_SHORT,
        TOO_LONG,
        FIFTEEN_DIGITS,
        WRONG_CHARACTERS,
        NO_SUCH_DAY,
        WRONG_CHECK_DIGIT,
        DAMAGED
    }
}

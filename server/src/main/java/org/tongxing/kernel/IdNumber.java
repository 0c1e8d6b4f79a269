package org.tongxing.kernel;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    /** The number in a text, spaces and a small x forgiven. */
    public static Optional<IdNumber> of(String text) {
        String tight = text.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        return problem(tight) == null ? Optional.of(new IdNumber(tight)) : Optional.empty();
    }

    /** What is wrong with a number that has been made regular, or null. */
    public static @Nullable Problem problem(String text) {
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

    /** Whether the person is eighteen or older. */
    public boolean isAdultOn(LocalDate day) {
        return !birthOn().plusYears(18).isAfter(day);
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

    /** Why something is no ID number. */
    public enum Problem {
        TOO_SHORT,
        TOO_LONG,
        FIFTEEN_DIGITS,
        WRONG_CHARACTERS,
        NO_SUCH_DAY,
        WRONG_CHECK_DIGIT,
        /** A spreadsheet has kept 15 digits of it. */
        DAMAGED
    }
}

package org.tongxing.roster;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tongxing.kernel.Sex;

/** 公民身份号码 of GB 11643-1999: six digits of a place, the birthday, a sequence whose last digit is the sex, a check digit. */
record IdNumber(String value, LocalDate birthOn, Sex sex) {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    /** The number, or null with no more ado when it is none; {@link #problem} says what is wrong. */
    static @Nullable IdNumber parse(String text) {
        return problem(text) != null
                ? null
                : new IdNumber(text, birthday(text), (text.charAt(16) - '0') % 2 == 1 ? Sex.MALE : Sex.FEMALE);
    }

    /** What is wrong with a number, in plain words, or null. */
    static @Nullable String problem(String text) {
        if (text.length() != 18) {
            int missing = 18 - text.length();
            return missing > 0 ? "身份证号少 " + missing + " 位" : "身份证号多 " + -missing + " 位";
        }
        if (!text.matches("\\d{17}[\\dX]")) {
            return "身份证号里有不该有的字";
        }
        try {
            birthday(text);
        } catch (DateTimeException ex) {
            return "身份证号里的出生日期不对";
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (text.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % 11) == text.charAt(17) ? null : "身份证号最后一位对不上，有一位抄错了";
    }

    private static LocalDate birthday(String text) {
        return LocalDate.of(
                Integer.parseInt(text.substring(6, 10)),
                Integer.parseInt(text.substring(10, 12)),
                Integer.parseInt(text.substring(12, 14)));
    }
}

package org.tongxing.roster.sheet;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Numbers as spreadsheets write them. */
public final class Numbers {

    private static final int LAST_DAY = 2_958_465;
    private static final int LONGEST = 40;
    private static final int LEAP_DAY_THAT_NEVER_WAS = 60;
    private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);

    private Numbers() {}

    /** Excel's 1900 counting has a 29 February 1900; from March on it is off by one, which the epoch makes up for. */
    public static LocalDate day(int days, boolean base1904) {
        return base1904
                ? EPOCH_1904.plusDays(days)
                : EPOCH_1900.plusDays(days < LEAP_DAY_THAT_NEVER_WAS ? days + 1L : days);
    }

    static RawCell cell(String written, boolean date, boolean base1904) {
        BigDecimal number;
        try {
            number = new BigDecimal(written.strip());
        } catch (NumberFormatException none) {
            return RawCell.text(written);
        }
        return cell(number, date, base1904);
    }

    static RawCell cell(BigDecimal number, boolean date, boolean base1904) {
        boolean day = date && number.signum() > 0 && number.compareTo(BigDecimal.valueOf(LAST_DAY)) <= 0;
        return day
                ? new RawCell(day(number.intValue(), base1904).toString(), RawCell.Kind.DATE)
                : new RawCell(plain(number), RawCell.Kind.NUMBER);
    }

    /** A whole number that is not negative. */
    static int whole(@Nullable String written, int otherwise) {
        if (written == null || written.isEmpty() || written.length() > 9) {
            return otherwise;
        }
        int number = 0;
        for (int i = 0; i < written.length(); i++) {
            int digit = written.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return otherwise;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private static String plain(BigDecimal number) {
        // 1E+999999999 would otherwise be written out with a billion zeros.
        return Math.abs((long) number.precision() - number.scale()) > LONGEST || number.scale() > LONGEST
                ? number.toString()
                : number.stripTrailingZeros().toPlainString();
    }
}

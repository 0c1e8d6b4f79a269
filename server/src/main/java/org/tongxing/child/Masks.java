package org.tongxing.child;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What of a personal value is shown to somebody who has not said what for. Lists and forms use the same masks. */
public final class Masks {

    private static final Set<String> COMPOUND_SURNAMES =
            Set.of("欧阳", "司马", "上官", "诸葛", "司徒", "夏侯", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "长孙", "宇文");

    private Masks() {}

    /** The family name, then circles. */
    public static String name(String name) {
        int shown = name.length() > 2 && COMPOUND_SURNAMES.contains(name.substring(0, 2)) ? 2 : 1;
        int first = name.offsetByCodePoints(0, Math.min(shown, name.codePointCount(0, name.length())));
        return name.substring(0, first) + "○○";
    }

    /** The first four and the last two digits, as staff compare them with a paper. */
    public static @Nullable String idNumber(@Nullable String number) {
        return number == null || number.length() < 8
                ? number == null ? null : "*".repeat(number.length())
                : number.substring(0, 4) + "*".repeat(number.length() - 6) + number.substring(number.length() - 2);
    }

    public static @Nullable String phone(@Nullable String phone) {
        return phone == null || phone.length() < 8
                ? null
                : phone.substring(0, 3) + "****" + phone.substring(phone.length() - 4);
    }
}

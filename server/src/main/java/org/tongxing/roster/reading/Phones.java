package org.tongxing.roster.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Mobile numbers as people write them. */
final class Phones {

    private static final Pattern SEPARATORS = Pattern.compile("[-‐‑–—−.()]");
    private static final Pattern MOBILE = Pattern.compile("(?:\\+?86)?(1[3-9]\\d{9})");

    private Phones() {}

    /** The mobile number in eleven digits, or null; of several the first. */
    static @Nullable String mobile(String text) {
        for (String part : Texts.tight(text).split("[/、,;|或]")) {
            Matcher matcher = MOBILE.matcher(SEPARATORS.matcher(part).replaceAll(""));
            if (matcher.matches()) {
                return matcher.group(1);
            }
        }
        return null;
    }
}

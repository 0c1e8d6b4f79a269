package org.tongxing.child;

import java.util.Locale;
import net.sourceforge.pinyin4j.PinyinHelper;

/** How a name sounds, for search: {@code 孟若曦} is {@code mengruoxi} and {@code mrx}. */
public record Pinyin(String full, String initials) {

    /** The sound of a name; the most frequent reading where a character has several. */
    public static Pinyin of(String name) {
        StringBuilder full = new StringBuilder();
        StringBuilder initials = new StringBuilder();
        name.codePoints().forEach(point -> {
            String sound = sound(point);
            full.append(sound);
            if (!sound.isEmpty()) {
                initials.append(sound.charAt(0));
            }
        });
        return new Pinyin(full.toString(), initials.toString());
    }

    private static String sound(int point) {
        if (Character.isBmpCodePoint(point)) {
            String[] sounds = PinyinHelper.toHanyuPinyinStringArray((char) point);
            if (sounds != null && sounds.length > 0) {
                return sounds[0].replaceAll("[^a-zA-Z]", "");
            }
        }
        return Character.isLetterOrDigit(point) && point < 128
                ? Character.toString(point).toLowerCase(Locale.ROOT)
                : "";
    }
}

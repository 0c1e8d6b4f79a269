package org.tongxing.region;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import net.sourceforge.pinyin4j.PinyinHelper;

/**
 * How a place may sound. A character of a place name is often read in its rarer way (重庆 is chongqing, 六安 is luan), so
 * every reading counts.
 */
final class PlaceSound {

    private final List<Set<String>> syllables;

    private PlaceSound(List<Set<String>> syllables) {
        this.syllables = syllables;
    }

    static PlaceSound of(String name) {
        List<Set<String>> syllables = new ArrayList<>();
        name.codePoints().forEach(point -> syllables.add(readings(point)));
        return new PlaceSound(syllables);
    }

    /** Whether letters typed so far fit: syllables from the beginning, whole or only their first letter. */
    boolean fits(String typed) {
        return fits(typed.toLowerCase(Locale.ROOT), 0, 0);
    }

    private boolean fits(String typed, int at, int syllable) {
        if (at == typed.length()) {
            return true;
        }
        if (syllable == this.syllables.size()) {
            return false;
        }
        for (String reading : this.syllables.get(syllable)) {
            int rest = typed.length() - at;
            if (reading.startsWith(typed.substring(at)) && rest <= reading.length()) {
                return true;
            }
            if (typed.startsWith(reading, at) && fits(typed, at + reading.length(), syllable + 1)) {
                return true;
            }
            if (typed.startsWith(reading.substring(0, 1), at) && fits(typed, at + 1, syllable + 1)) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> readings(int point) {
        Set<String> readings = new TreeSet<>();
        if (Character.isBmpCodePoint(point)) {
            String[] sounds = PinyinHelper.toHanyuPinyinStringArray((char) point);
            for (String sound : sounds == null ? new String[0] : sounds) {
                readings.add(sound.replaceAll("[^a-z]", ""));
            }
        }
        if (point == '六') {
            readings.add("lu");
        }
        if (readings.isEmpty()) {
            readings.add(Character.toString(point).toLowerCase(Locale.ROOT));
        }
        return readings;
    }
}

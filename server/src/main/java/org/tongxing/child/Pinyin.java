package org.tongxing.child;

import java.util.Locale;
import java.util.Map;
import net.sourceforge.pinyin4j.PinyinHelper;

/** How a name sounds, for search: {@code 孟若曦} is {@code mengruoxi} and {@code mrx}. */
public record Pinyin(String full, String initials) {

    /** Characters that sound otherwise where they are a family name. */
    private static final Map<String, String> FAMILY_NAMES = Map.ofEntries(
            Map.entry("万俟", "mo qi"),
            Map.entry("尉迟", "yu chi"),
            Map.entry("长孙", "zhang sun"),
            Map.entry("单于", "chan yu"),
            Map.entry("乐", "yue"),
            Map.entry("任", "ren"),
            Map.entry("仇", "qiu"),
            Map.entry("冼", "xian"),
            Map.entry("区", "ou"),
            Map.entry("单", "shan"),
            Map.entry("华", "hua"),
            Map.entry("召", "shao"),
            Map.entry("员", "yun"),
            Map.entry("宓", "mi"),
            Map.entry("尹", "yin"),
            Map.entry("折", "she"),
            Map.entry("曾", "zeng"),
            Map.entry("朴", "piao"),
            Map.entry("查", "zha"),
            Map.entry("洗", "xian"),
            Map.entry("燕", "yan"),
            Map.entry("盖", "ge"),
            Map.entry("秘", "bi"),
            Map.entry("种", "chong"),
            Map.entry("缪", "miao"),
            Map.entry("翟", "zhai"),
            Map.entry("覃", "qin"),
            Map.entry("解", "xie"),
            Map.entry("逄", "pang"),
            Map.entry("郗", "xi"),
            Map.entry("那", "na"),
            Map.entry("黑", "he"));

    /** The sound of a name; the most frequent reading where a character has several and is not the family name. */
    public static Pinyin of(String name) {
        StringBuilder full = new StringBuilder();
        StringBuilder initials = new StringBuilder();
        String family = familyName(name);
        if (!family.isEmpty()) {
            for (String sound : FAMILY_NAMES.get(family).split(" ")) {
                full.append(sound);
                initials.append(sound.charAt(0));
            }
        }
        name.substring(family.length()).codePoints().forEach(point -> {
            String sound = sound(point);
            full.append(sound);
            if (!sound.isEmpty()) {
                initials.append(sound.charAt(0));
            }
        });
        return new Pinyin(full.toString(), initials.toString());
    }

    private static String familyName(String name) {
        for (int length = Math.min(2, name.length()); length > 0; length--) {
            if (FAMILY_NAMES.containsKey(name.substring(0, length))) {
                return name.substring(0, length);
            }
        }
        return "";
    }

    private static String sound(int point) {
        if (Character.isBmpCodePoint(point)) {
            String[] sounds = PinyinHelper.toHanyuPinyinStringArray((char) point);
            if (sounds != null && sounds.length > 0) {
                // ü is typed as v: 吕 is lv.
                return sounds[0].replace("u:", "v").replaceAll("[^a-zA-Z]", "");
            }
        }
        return Character.isLetterOrDigit(point) && point < 128
                ? Character.toString(point).toLowerCase(Locale.ROOT)
                : "";
    }
}

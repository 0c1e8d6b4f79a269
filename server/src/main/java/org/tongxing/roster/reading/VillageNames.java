package org.tongxing.roster.reading;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.sourceforge.pinyin4j.PinyinHelper;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.region.FormerName;

/** The villages of a township by their names, and which one a slip of the pen was meant to be. */
public final class VillageNames {

    private static final Pattern PLACES_ABOVE =
            Pattern.compile("^(?:[^省]+省)?(?:[^市]+市)?(?:[^区县]{1,4}(?<!社)[区县](?!$))?(?:[^镇乡]{1,6}[镇乡])?");
    private static final Pattern COMMITTEE = Pattern.compile("(?:村民委员会|居民委员会|村委会|居委会|委员会)$");
    private static final Pattern KIND = Pattern.compile("(?:村|社区|居委会)$");

    private static final DivisionCode AMBIGUOUS = new DivisionCode("");

    private final Map<String, DivisionCode> exact = new LinkedHashMap<>();
    private final Map<String, DivisionCode> stems = new LinkedHashMap<>();

    private final Map<String, FormerName> former = new LinkedHashMap<>();

    public VillageNames(Map<String, DivisionCode> villages) {
        this(villages, List.of());
    }

    /** A former name means what has it today, unless a village is called so now, or several were. */
    public VillageNames(Map<String, DivisionCode> villages, List<FormerName> former) {
        villages.forEach((name, code) -> this.exact.put(Texts.tight(name), code));
        this.exact.forEach((name, code) -> this.stems.merge(stem(name), code, (first, second) -> AMBIGUOUS));
        this.stems.values().removeIf(code -> code == AMBIGUOUS);
        Map<String, Set<DivisionCode>> meanings = former.stream()
                .collect(Collectors.groupingBy(
                        one -> stem(Texts.tight(one.name())),
                        Collectors.mapping(one -> one.now().code(), Collectors.toSet())));
        former.stream()
                .filter(one -> meanings.get(stem(Texts.tight(one.name()))).size() == 1)
                .forEach(one -> this.former.putIfAbsent(stem(Texts.tight(one.name())), one));
    }

    /** The village meant beyond doubt: its name, with or without 村, its committee or the places above it. */
    public Optional<DivisionCode> find(String written) {
        String plain = plain(written);
        DivisionCode code = this.exact.get(Texts.tight(written));
        if (code == null) {
            code = this.exact.get(plain);
        }
        return Optional.ofNullable(code == null ? this.stems.get(stem(plain)) : code);
    }

    /** What became of a place that no village is called after any more; ask {@link #find} first. */
    Optional<FormerName> former(String written) {
        return Optional.ofNullable(this.former.get(stem(plain(written))));
    }

    /** The village an address begins with. */
    Optional<String> inAddress(String address) {
        String tight = Texts.tight(address);
        String plain = PLACES_ABOVE.matcher(tight).replaceFirst("");
        return this.exact.keySet().stream()
                .filter(name -> tight.startsWith(name) || plain.startsWith(name))
                .max(Comparator.comparingInt(String::length));
    }

    /** A village that sounds the same or differs by one character in three, if there is only one such. */
    Optional<String> nearest(String written) {
        String plain = stem(plain(written));
        if (plain.isEmpty()) {
            return Optional.empty();
        }
        String sound = sound(plain);
        Optional<String> alike = only(name -> sound(stem(name)).equals(sound));
        return alike.isPresent()
                ? alike
                : only(name -> {
                    String stem = stem(name);
                    int distance = distance(stem, plain);
                    return distance * 3 <= Math.max(stem.length(), plain.length());
                });
    }

    private Optional<String> only(java.util.function.Predicate<String> test) {
        var found = this.exact.keySet().stream().filter(test).limit(2).toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static String plain(String written) {
        String tight = COMMITTEE.matcher(Texts.tight(written)).replaceFirst("");
        String below = PLACES_ABOVE.matcher(tight).replaceFirst("");
        return below.isEmpty() ? tight : below;
    }

    private static String stem(String name) {
        String stem = KIND.matcher(name).replaceFirst("");
        return stem.isEmpty() ? name : stem;
    }

    private static String sound(String text) {
        StringBuilder sound = new StringBuilder();
        text.codePoints().forEach(point -> {
            String[] readings =
                    Character.isBmpCodePoint(point) ? PinyinHelper.toHanyuPinyinStringArray((char) point) : null;
            // Without the tone: 掌村沟 and 长村沟 are not the same sound, 石马垭 and 石马哑 are.
            sound.append(
                    readings == null || readings.length == 0
                            ? Character.toString(point)
                            : readings[0].replaceAll("\\d", ""));
            sound.append(' ');
        });
        return sound.toString();
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}

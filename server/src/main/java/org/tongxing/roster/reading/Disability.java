package org.tongxing.roster.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A kind of disability with its level, 1 the heaviest.
 *
 * @param owner the ID number inside the certificate number, when that is what was written
 */
public record Disability(Kind kind, int level, @Nullable String owner) {

    private static final Map<String, Integer> LEVELS = Map.of("一", 1, "二", 2, "三", 3, "四", 4);
    private static final String KIND = "(视力|听力|言语|肢体|智力|精神|多重)(?:残疾)?";
    private static final String LEVEL = "(?:等级)?[:]?([一二三四1-4])级?";
    private static final Pattern KIND_FIRST = Pattern.compile(KIND + LEVEL + "(?:残疾)?");
    private static final Pattern LEVEL_FIRST = Pattern.compile("([一二三四1-4])级" + KIND);
    /** The owner's ID number, the kind, the level and, after a re-issue, B1 and so on. */
    private static final Pattern CERTIFICATE = Pattern.compile("(\\d{17}[\\dX])([1-7])([1-4])(?:B?\\d{1,2})?");

    /** What a cell names: nothing, one or several; absent when it cannot be understood. */
    static Optional<List<Disability>> read(String text) {
        String tight = Texts.tight(text).toUpperCase(java.util.Locale.ROOT);
        if (tight.isEmpty() || tight.matches("无|没有|否|健康|/|-")) {
            return Optional.of(List.of());
        }
        List<Disability> found = new ArrayList<>();
        for (String part : tight.split("[、,;/+和及]")) {
            Disability disability = one(part);
            if (disability == null) {
                return Optional.empty();
            }
            found.add(disability);
        }
        return Optional.of(List.copyOf(found));
    }

    private static @Nullable Disability one(String text) {
        Matcher matcher = KIND_FIRST.matcher(text);
        if (matcher.matches()) {
            return new Disability(Kind.of(matcher.group(1)), level(matcher.group(2)), null);
        }
        matcher = LEVEL_FIRST.matcher(text);
        if (matcher.matches()) {
            return new Disability(Kind.of(matcher.group(2)), level(matcher.group(1)), null);
        }
        matcher = CERTIFICATE.matcher(text);
        return matcher.matches()
                ? new Disability(
                        Kind.values()[matcher.group(2).charAt(0) - '1'], level(matcher.group(3)), matcher.group(1))
                : null;
    }

    private static int level(String text) {
        return LEVELS.containsKey(text) ? LEVELS.get(text) : Integer.parseInt(text);
    }

    @Override
    public String toString() {
        return this.kind + "_" + this.level;
    }

    /** The seven kinds in the order of their digits in a certificate number. */
    public enum Kind {
        VISUAL("视力"),
        HEARING("听力"),
        SPEECH("言语"),
        PHYSICAL("肢体"),
        INTELLECTUAL("智力"),
        MENTAL("精神"),
        MULTIPLE("多重");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        private static Kind of(String word) {
            for (Kind kind : values()) {
                if (kind.word.equals(word)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException(word);
        }
    }
}

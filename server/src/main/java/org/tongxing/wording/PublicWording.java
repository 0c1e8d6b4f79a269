package org.tongxing.wording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.tongxing.kernel.Clause;

/**
 * What strangers may read: no word that puts a label on a child, however it is spaced, punctuated, or written in
 * traditional characters or Latin letters.
 */
@Clause("GD-76")
public final class PublicWording {

    /** Longest first, so that the whole label is named and not a part of it. */
    private static final List<Label> LABELS = read();

    /** Traditional characters of the labels; a table for all of Chinese would know no more labels. */
    private static final Map<Character, Character> SIMPLIFIED = Map.ofEntries(
            Map.entry('兒', '儿'),
            Map.entry('實', '实'),
            Map.entry('無', '无'),
            Map.entry('撫', '抚'),
            Map.entry('養', '养'),
            Map.entry('貧', '贫'),
            Map.entry('窮', '穷'),
            Map.entry('單', '单'),
            Map.entry('親', '亲'),
            Map.entry('殘', '残'),
            Map.entry('棄', '弃'),
            Map.entry('嬰', '婴'),
            Map.entry('遺', '遗'),
            Map.entry('問', '问'),
            Map.entry('題', '题'),
            Map.entry('員', '员'),
            Map.entry('愛', '爱'),
            Map.entry('勢', '势'),
            Map.entry('幫', '帮'),
            Map.entry('對', '对'),
            Map.entry('憐', '怜'),
            Map.entry('難', '难'));

    private PublicWording() {}

    /** The first label in a text, the longest that begins there. */
    public static Optional<String> labelIn(String text) {
        String plain = plain(text);
        return LABELS.stream()
                .filter(label -> label.standsIn(plain))
                .map(Label::word)
                .findFirst();
    }

    /** Letters and digits only, in one form of writing. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(point -> plain.appendCodePoint(
                        Character.isBmpCodePoint(point) ? SIMPLIFIED.getOrDefault((char) point, (char) point) : point));
        return plain.toString();
    }

    private static List<Label> read() {
        try (var in = Objects.requireNonNull(PublicWording.class.getResourceAsStream("/wording/labels.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" ", 2))
                    .map(parts -> new Label(parts[0], parts.length > 1 ? parts[1] : ""))
                    .sorted(Comparator.comparing((Label label) -> label.word().length())
                            .reversed())
                    .toList();
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private record Label(String word, String pinyin) {

        boolean standsIn(String plain) {
            return plain.contains(this.word)
                    || (!this.pinyin.isEmpty() && latin(plain).anyMatch(this::soundsLike));
        }

        private boolean soundsLike(String latin) {
            return latin.startsWith(this.pinyin) || latin.endsWith(this.pinyin);
        }

        /** The runs of Latin letters: {@code liushou儿童} has one. */
        private static Stream<String> latin(String plain) {
            return Stream.of(plain.split("[^a-z]+")).filter(run -> !run.isEmpty());
        }
    }
}

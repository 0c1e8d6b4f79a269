package org.tongxing.roster.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongxing.roster.sheet.UnreadableWorkbook.Reason;

/** The texts a workbook keeps once and its cells point to; packed, for a large roster has half a million. */
final class SharedTexts {

    private static final int MOST_BYTES = 96 << 20;
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9a-fA-F]{4})_");

    private byte[] bytes = new byte[8192];
    private int[] ends = new int[1024];
    private int count;
    private int length;

    static SharedTexts read(InputStream part) throws IOException {
        SharedTexts texts = new SharedTexts();
        Markup markup = new Markup(part);
        StringBuilder text = new StringBuilder();
        boolean sound = false;
        while (markup.next()) {
            if (markup.opens("rPh")) {
                // How a Japanese text sounds stands beside it and is no part of it.
                sound = true;
            }
            if (markup.closes("rPh")) {
                sound = false;
            } else if (markup.closes("t") && !sound && text.length() < Spreadsheet.LONGEST_TEXT) {
                text.append(markup.text());
            } else if (markup.closes("si")) {
                texts.add(text.toString());
                text.setLength(0);
            }
        }
        return texts;
    }

    String get(String index) {
        int i = Numbers.whole(index, -1);
        if (i < 0 || i >= this.count) {
            return "";
        }
        int from = i == 0 ? 0 : this.ends[i - 1];
        return new String(this.bytes, from, this.ends[i] - from, StandardCharsets.UTF_8);
    }

    /** What a workbook writes for characters XML cannot hold. */
    static String unescaped(String text) {
        return text.contains("_x")
                ? ESCAPED.matcher(text)
                        .replaceAll(escape -> Matcher.quoteReplacement(
                                Character.toString((char) Integer.parseInt(escape.group(1), 16))))
                : text;
    }

    private void add(String text) {
        byte[] own = unescaped(text).getBytes(StandardCharsets.UTF_8);
        if (own.length > MOST_BYTES - this.length) {
            throw new UnreadableWorkbook(Reason.TOO_LARGE);
        }
        if (this.length + own.length > this.bytes.length) {
            this.bytes = Arrays.copyOf(this.bytes, Math.max(this.length + own.length, this.bytes.length * 3 / 2));
        }
        if (this.count == this.ends.length) {
            this.ends = Arrays.copyOf(this.ends, this.count * 2);
        }
        System.arraycopy(own, 0, this.bytes, this.length, own.length);
        this.length += own.length;
        this.ends[this.count++] = this.length;
    }
}

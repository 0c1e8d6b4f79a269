package org.tongxing.roster.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongxing.roster.sheet.UnreadableWorkbook.Reason;

/**
 * The tags of an XML part one after the other, each with the text before it, in the same memory whatever is in there: a
 * general parser keeps every name it meets, and unfolds entities. Takes the XML that spreadsheet programs write; document
 * types, CDATA and other encodings than UTF-8 are refused, for no such program writes them.
 */
final class Markup {

    /** Excel allows 32,767 characters in a cell, each of at most eight bytes once escaped. */
    private static final int LONGEST_TEXT = 320 * 1024;

    private static final int LONGEST_TAG = 64 * 1024;
    private static final Pattern ENTITY = Pattern.compile("&(?:#(\\d{1,7})|#x([0-9a-fA-F]{1,6})|(\\w+));");

    private final InputStream in;
    private final byte[] buffer = new byte[64 * 1024];
    private int at;
    private int end;
    private final Bytes text = new Bytes(LONGEST_TEXT);
    private final Bytes tag = new Bytes(LONGEST_TAG);
    private int nameFrom;
    private int nameTo;
    private boolean opening;
    private boolean closing;

    Markup(InputStream in) {
        this.in = in;
    }

    /** Goes on to the next tag; false at the end. */
    boolean next() throws IOException {
        this.text.length = 0;
        while (true) {
            int one = read();
            if (one < 0) {
                return false;
            }
            if (one != '<') {
                this.text.add(one);
                continue;
            }
            one = read();
            if (one == '?' || one == '!') {
                skip(one == '?' ? "?>" : comment());
            } else {
                tag(one);
                return true;
            }
        }
    }

    /** Whether the tag opens an element of this name, in whatever namespace. */
    boolean opens(String name) {
        return this.opening && isNamed(name);
    }

    /** Whether the tag ends an element of this name; an empty element opens and closes at once. */
    boolean closes(String name) {
        return this.closing && isNamed(name);
    }

    /** The text of the element that was closed just now. */
    String text() {
        return this.opening ? "" : decoded(this.text.bytes, 0, this.text.length);
    }

    /** An attribute of the tag, whatever its prefix. */
    @Nullable
    String attribute(String name) {
        byte[] bytes = this.tag.bytes;
        int i = this.nameTo;
        while (i < this.tag.length) {
            int from = i;
            while (i < this.tag.length && bytes[i] != '=') {
                if (bytes[i] <= ' ' || bytes[i] == ':') {
                    from = i + 1;
                }
                i++;
            }
            int to = i;
            while (i < this.tag.length && bytes[i] != '"' && bytes[i] != '\'') {
                i++;
            }
            int value = i + 1;
            for (i++; i < this.tag.length && bytes[i] != bytes[value - 1]; ) {
                i++;
            }
            if (i < this.tag.length && is(bytes, from, to, name)) {
                return decoded(bytes, value, i);
            }
            i++;
        }
        return null;
    }

    private void tag(int first) throws IOException {
        this.closing = first == '/';
        this.opening = !this.closing;
        this.tag.length = 0;
        int quote = 0;
        for (int one = this.closing ? read() : first; one != '>' || quote != 0; one = read()) {
            if (one < 0) {
                throw new UnreadableWorkbook(Reason.NOT_A_WORKBOOK);
            }
            if (quote == 0 && (one == '"' || one == '\'')) {
                quote = one;
            } else if (quote == one) {
                quote = 0;
            }
            this.tag.add(one);
        }
        if (this.tag.length > 0 && this.tag.bytes[this.tag.length - 1] == '/') {
            this.tag.length--;
            this.closing = true;
        }
        this.nameFrom = 0;
        this.nameTo = 0;
        while (this.nameTo < this.tag.length && this.tag.bytes[this.nameTo] > ' ') {
            if (this.tag.bytes[this.nameTo++] == ':') {
                this.nameFrom = this.nameTo;
            }
        }
    }

    private String comment() throws IOException {
        if (read() != '-' || read() != '-') {
            throw new UnreadableWorkbook(Reason.SUSPICIOUS);
        }
        return "-->";
    }

    private void skip(String until) throws IOException {
        int matched = 0;
        for (int skipped = 0; matched < until.length(); skipped++) {
            int one = read();
            if (one < 0 || skipped > LONGEST_TEXT) {
                throw new UnreadableWorkbook(Reason.SUSPICIOUS);
            }
            // "--->" ends a comment too: after a mismatch the hyphens before may still count.
            boolean hyphens = until.length() > 2 && one == '-' && matched == 2;
            matched = one == until.charAt(matched) ? matched + 1 : hyphens ? 2 : one == until.charAt(0) ? 1 : 0;
        }
    }

    private int read() throws IOException {
        if (this.at == this.end) {
            this.end = this.in.read(this.buffer);
            this.at = 0;
            if (this.end <= 0) {
                this.end = 0;
                return -1;
            }
        }
        int one = this.buffer[this.at++] & 0xFF;
        if (one == 0) {
            // UTF-8 text holds no zero byte; UTF-16 would hide every other thing looked for here.
            throw new UnreadableWorkbook(Reason.SUSPICIOUS);
        }
        return one;
    }

    private boolean isNamed(String name) {
        return is(this.tag.bytes, this.nameFrom, this.nameTo, name);
    }

    private static boolean is(byte[] bytes, int from, int to, String ascii) {
        if (to - from != ascii.length()) {
            return false;
        }
        for (int i = 0; i < ascii.length(); i++) {
            if (bytes[from + i] != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static String decoded(byte[] bytes, int from, int to) {
        String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        return text.indexOf('&') < 0 ? text : ENTITY.matcher(text).replaceAll(Markup::meant);
    }

    private static String meant(java.util.regex.MatchResult entity) {
        String meant = entity.group();
        if (entity.group(3) != null) {
            meant = switch (entity.group(3)) {
                case "lt" -> "<";
                case "gt" -> ">";
                case "amp" -> "&";
                case "quot" -> "\"";
                case "apos" -> "'";
                default -> meant;
            };
        } else {
            int point =
                    entity.group(1) != null ? Integer.parseInt(entity.group(1)) : Integer.parseInt(entity.group(2), 16);
            meant = Character.isValidCodePoint(point) ? Character.toString(point) : "";
        }
        return Matcher.quoteReplacement(meant);
    }

    /** Bytes that come together, up to a limit. */
    private static final class Bytes {

        private final int most;
        private byte[] bytes = new byte[1024];
        private int length;

        private Bytes(int most) {
            this.most = most;
        }

        private void add(int one) {
            if (this.length == this.most) {
                throw new UnreadableWorkbook(Reason.SUSPICIOUS);
            }
            if (this.length == this.bytes.length) {
                this.bytes = java.util.Arrays.copyOf(this.bytes, Math.min(this.most, this.length * 2));
            }
            this.bytes[this.length++] = (byte) one;
        }
    }
}

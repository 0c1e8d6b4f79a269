package org.tongxing.roster.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks through the bytes of XML for what no spreadsheet program writes and what would exhaust a parser. */
final class XmlScan {

    /** Excel allows 32,767 characters in a cell, each of at most eight bytes once escaped. */
    private static final int LONGEST_TEXT = 320 * 1024;

    private static final int LONGEST_TAG_OF_INTEREST = 256;
    private static final int LAST_ROW = 1_048_576;
    private static final Pattern ROW =
            Pattern.compile("(?:\\w+:)?row\\s(?:.*\\s)?r=[\"'](\\d+)[\"'].*", Pattern.DOTALL);

    private final StringBuilder tag = new StringBuilder();
    private boolean inTag;
    private int run;

    boolean harmless(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            byte b = bytes[i];
            // UTF-8 text holds no zero byte; UTF-16 would hide every other thing looked for here.
            if (b == 0 || ++this.run > LONGEST_TEXT) {
                return false;
            }
            if (b == '<') {
                this.run = 0;
                this.inTag = true;
                this.tag.setLength(0);
            } else if (this.inTag && !tag(b)) {
                return false;
            }
        }
        return true;
    }

    private boolean tag(byte b) {
        if (b == '>') {
            this.inTag = false;
            this.run = 0;
            return rowExists();
        }
        if (this.tag.length() < LONGEST_TAG_OF_INTEREST) {
            this.tag.append((char) b);
        }
        // A document type can name entities that unfold without end, or files of this machine; CDATA hides long texts.
        return this.tag.charAt(0) != '!' || this.tag.length() < 2 || this.tag.charAt(1) == '-';
    }

    /** A row far beyond the last one makes readers fill the gap. */
    private boolean rowExists() {
        if (this.tag.indexOf("row") < 0) {
            return true;
        }
        Matcher matcher = ROW.matcher(this.tag);
        return !matcher.matches() || matcher.group(1).length() <= 7 && Integer.parseInt(matcher.group(1)) <= LAST_ROW;
    }
}

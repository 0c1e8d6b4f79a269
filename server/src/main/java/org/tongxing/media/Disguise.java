package org.tongxing.media;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Tells pictures that are something else as well: an archive, a page, a program. What is kept is written anew and could
 * not carry it; whoever sends such a file still gets a no. A film behind the picture, as phones add it, is no disguise.
 */
final class Disguise {

    /** How an archive ends; it may have a comment behind that. */
    private static final String END_OF_ARCHIVE = "PK\u0005\u0006";

    private static final int LONGEST_ARCHIVE_END = 22 + 0xFFFF;
    private static final List<String> WORDS = List.of(
            "rar!\u001a\u0007",
            "7z\u00bc\u00af\u0027\u001c",
            "%pdf-1.",
            "%pdf-2.",
            "<script",
            "<html",
            "<!doctype",
            "<?php",
            "<iframe",
            "javascript:");

    private Disguise() {}

    static boolean isHidden(byte[] file, ImageKind.Span pixels) {
        String end = text(file, Math.max(pixels.until(), file.length - LONGEST_ARCHIVE_END), file.length);
        return end.contains(END_OF_ARCHIVE)
                || says(text(file, 0, pixels.from()))
                || says(text(file, pixels.until(), file.length));
    }

    private static boolean says(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return WORDS.stream().anyMatch(lower::contains);
    }

    private static String text(byte[] file, int from, int until) {
        return new String(file, from, Math.max(0, until - from), StandardCharsets.ISO_8859_1);
    }
}

package org.tongxing.media;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of picture a phone makes, told by their first bytes. SVG, GIF and the like are none. */
enum ImageKind {
    JPEG("jpeg", true) {
        @Override
        boolean begins(byte[] file) {
            return at(file, 0, 0xFF, 0xD8, 0xFF);
        }

        @Override
        Span pixels(byte[] file) {
            int from = 2;
            while (from + 4 <= file.length && byteAt(file, from) == 0xFF && byteAt(file, from + 1) != START_OF_SCAN) {
                from += 2 + (byteAt(file, from + 2) << 8 | byteAt(file, from + 3));
            }
            for (int i = from; i + 1 < file.length; i++) {
                // Within pixels the byte FF never stands before D9.
                if (at(file, i, 0xFF, END_OF_IMAGE)) {
                    return new Span(from, i + 2);
                }
            }
            return new Span(Math.min(from, file.length), file.length);
        }
    },
    PNG("png", false) {
        @Override
        boolean begins(byte[] file) {
            return at(file, 0, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A);
        }

        @Override
        Span pixels(byte[] file) {
            long chunk = 8;
            long from = -1;
            while (chunk + 12 <= file.length) {
                int at = (int) chunk;
                if (from < 0 && at(file, at + 4, 'I', 'D', 'A', 'T')) {
                    from = chunk;
                }
                chunk += 12 + size(file, at, false);
                if (at(file, at + 4, 'I', 'E', 'N', 'D')) {
                    break;
                }
            }
            int until = (int) Math.min(chunk, file.length);
            return new Span(from < 0 ? until : (int) from, until);
        }
    },
    WEBP("webp", true) {
        @Override
        boolean begins(byte[] file) {
            return at(file, 0, 'R', 'I', 'F', 'F') && at(file, 8, 'W', 'E', 'B', 'P');
        }

        @Override
        Span pixels(byte[] file) {
            return new Span(Math.min(30, file.length), (int) Math.min(8 + size(file, 4, true), file.length));
        }
    };

    private static final int START_OF_SCAN = 0xDA;
    private static final int END_OF_IMAGE = 0xD9;

    private final String formatName;
    private final boolean cameraNotes;

    ImageKind(String formatName, boolean cameraNotes) {
        this.formatName = formatName;
        this.cameraNotes = cameraNotes;
    }

    static Optional<ImageKind> of(byte[] file) {
        return Arrays.stream(values()).filter(kind -> kind.begins(file)).findFirst();
    }

    abstract boolean begins(byte[] file);

    /** Where the compressed pixels are; what stands before and behind them could be something else. */
    abstract Span pixels(byte[] file);

    String formatName() {
        return this.formatName;
    }

    /** PNG keeps its notes compressed, so that reading them could be made to fill the memory; phones make no PNG. */
    boolean hasCameraNotes() {
        return this.cameraNotes;
    }

    /** A stretch of a file; {@code until} is exclusive. */
    record Span(int from, int until) {}

    private static long size(byte[] file, int offset, boolean smallEndFirst) {
        long size = 0;
        for (int i = 0; i < 4; i++) {
            size = size << 8 | byteAt(file, offset + (smallEndFirst ? 3 - i : i));
        }
        return size;
    }

    private static int byteAt(byte[] file, int offset) {
        return file[offset] & 0xFF;
    }

    private static boolean at(byte[] file, int offset, int... bytes) {
        if (offset < 0 || file.length < offset + bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if (byteAt(file, offset + i) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}

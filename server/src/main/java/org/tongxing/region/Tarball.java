package org.tongxing.region;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Reads the plain files of a gzipped tar archive one after the other, without unpacking it to disk. */
final class Tarball implements AutoCloseable {

    private static final int BLOCK = 512;
    private static final int NAME = 100;
    private static final int SIZE_AT = 124;
    private static final int SIZE_LENGTH = 11;

    private final InputStream in;
    private long left;
    private long padding;

    Tarball(Path file) throws IOException {
        this.in = new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file)));
    }

    /** Goes to the next entry and answers its name, or null at the end. */
    @Nullable
    String next() throws IOException {
        this.in.skipNBytes(this.left + this.padding);
        byte[] header = this.in.readNBytes(BLOCK);
        if (header.length < BLOCK || header[0] == 0) {
            return null;
        }
        this.left = Long.parseLong(text(header, SIZE_AT, SIZE_LENGTH).strip(), 8);
        this.padding = (BLOCK - this.left % BLOCK) % BLOCK;
        return text(header, 0, NAME);
    }

    /** The bytes of the entry; closing it leaves the archive open. */
    InputStream content() {
        return new FilterInputStream(this.in) {
            @Override
            public int read() throws IOException {
                if (Tarball.this.left == 0) {
                    return -1;
                }
                Tarball.this.left--;
                return super.read();
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                if (Tarball.this.left == 0) {
                    return -1;
                }
                int read = super.read(bytes, offset, (int) Math.min(length, Tarball.this.left));
                Tarball.this.left -= Math.max(read, 0);
                return read;
            }

            @Override
            public void close() {
                // The archive itself is closed by whoever opened it.
            }
        };
    }

    @Override
    public void close() throws IOException {
        this.in.close();
    }

    private static String text(byte[] header, int from, int length) {
        int end = from;
        while (end < from + length && header[end] != 0) {
            end++;
        }
        return new String(header, from, end - from, StandardCharsets.UTF_8);
    }
}

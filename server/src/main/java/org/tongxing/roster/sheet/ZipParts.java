package org.tongxing.roster.sheet;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.tongxing.roster.sheet.UnreadableWorkbook.Reason;

/**
 * The parts of a zipped file. Counts what really comes out, because the sizes a zip states about itself may be lies, and
 * unfolds only what is asked for.
 */
final class ZipParts implements Closeable {

    private static final long MOST_BYTES = 400L << 20;
    private static final long BYTES_OF_NO_CONCERN = 16L << 20;
    private static final int LARGEST_RATIO = 100;
    private static final int MOST_ENTRIES = 2_000;
    /** Two thousand entries with long names; the list of contents is kept in memory. */
    private static final long LARGEST_CONTENTS = 2L << 20;

    private final ZipFile zip;
    private final long size;
    private final Map<String, ZipArchiveEntry> parts = new HashMap<>();
    private long unfolded;

    private ZipParts(ZipFile zip, long size) {
        this.zip = zip;
        this.size = size;
        List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
        if (entries.size() > MOST_ENTRIES) {
            throw new UnreadableWorkbook(Reason.SUSPICIOUS);
        }
        entries.forEach(entry -> this.parts.put(key(entry.getName()), entry));
    }

    static ZipParts open(StoredFile file) throws IOException {
        Budgeted channel = new Budgeted(file.open());
        try {
            ZipFile zip = ZipFile.builder()
                    .setSeekableByteChannel(channel)
                    .setIgnoreLocalFileHeader(true)
                    .get();
            ZipParts parts = new ZipParts(zip, channel.size());
            channel.left = Long.MAX_VALUE;
            return parts;
        } catch (IOException | RuntimeException broken) {
            channel.close();
            throw broken;
        }
    }

    boolean has(String name) {
        return this.parts.containsKey(key(name));
    }

    /** The content of a part; empty when there is none of that name. */
    InputStream part(String name) throws IOException {
        ZipArchiveEntry entry = this.parts.get(key(name));
        return entry == null ? InputStream.nullInputStream() : new Counted(this.zip.getInputStream(entry));
    }

    @Override
    public void close() throws IOException {
        this.zip.close();
    }

    private static String key(String name) {
        return (name.startsWith("/") ? name.substring(1) : name).toLowerCase(Locale.ROOT);
    }

    private final class Counted extends FilterInputStream {

        private Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            ZipParts zip = ZipParts.this;
            zip.unfolded += Math.max(0, read);
            if (zip.unfolded > BYTES_OF_NO_CONCERN && zip.unfolded / LARGEST_RATIO > zip.size) {
                throw new UnreadableWorkbook(Reason.SUSPICIOUS);
            }
            if (zip.unfolded > MOST_BYTES) {
                throw new UnreadableWorkbook(Reason.TOO_LARGE);
            }
            return read;
        }
    }

    /** Stops a list of contents without end before it is in memory. */
    private static final class Budgeted implements SeekableByteChannel {

        private final SeekableByteChannel channel;
        private long left = LARGEST_CONTENTS;

        private Budgeted(SeekableByteChannel channel) {
            this.channel = channel;
        }

        @Override
        public int read(ByteBuffer into) throws IOException {
            int read = this.channel.read(into);
            this.left -= Math.max(0, read);
            if (this.left < 0) {
                throw new UnreadableWorkbook(Reason.SUSPICIOUS);
            }
            return read;
        }

        @Override
        public int write(ByteBuffer from) throws IOException {
            return this.channel.write(from);
        }

        @Override
        public long position() throws IOException {
            return this.channel.position();
        }

        @Override
        public SeekableByteChannel position(long position) throws IOException {
            this.channel.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return this.channel.size();
        }

        @Override
        public SeekableByteChannel truncate(long size) throws IOException {
            this.channel.truncate(size);
            return this;
        }

        @Override
        public boolean isOpen() {
            return this.channel.isOpen();
        }

        @Override
        public void close() throws IOException {
            this.channel.close();
        }
    }
}

package org.tongxing.roster;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** Reads a file that is kept in parts of one size, wherever it is asked to, with one part in memory. */
final class SealedChannel implements SeekableByteChannel {

    private final long size;
    private final int partSize;
    private final Parts parts;
    private byte[] part = new byte[0];
    private int number = -1;
    private long position;
    private boolean open = true;

    SealedChannel(long size, int partSize, Parts parts) {
        this.size = size;
        this.partSize = partSize;
        this.parts = parts;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (!this.open) {
            throw new ClosedChannelException();
        }
        if (this.position >= this.size) {
            return -1;
        }
        int asked = (int) (this.position / this.partSize);
        if (asked != this.number) {
            this.part = this.parts.get(asked);
            this.number = asked;
        }
        int from = (int) (this.position % this.partSize);
        int length = Math.min(into.remaining(), this.part.length - from);
        if (length <= 0 && into.hasRemaining()) {
            throw new IOException("A part is shorter than it should be");
        }
        into.put(this.part, from, length);
        this.position += length;
        return length;
    }

    @Override
    public long position() {
        return this.position;
    }

    @Override
    public SeekableByteChannel position(long asked) {
        this.position = asked;
        return this;
    }

    @Override
    public long size() {
        return this.size;
    }

    @Override
    public int write(ByteBuffer from) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long asked) {
        throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
        return this.open;
    }

    @Override
    public void close() {
        this.open = false;
        this.part = new byte[0];
        this.number = -1;
    }

    /** Where the parts come from. */
    interface Parts {

        byte[] get(int number) throws IOException;
    }
}

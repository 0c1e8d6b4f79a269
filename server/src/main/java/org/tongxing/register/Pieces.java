package org.tongxing.register;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tongxing.crypto.Vault;
import org.tongxing.kernel.Scope;
import org.tongxing.persistence.Behind;

/** Keeps files in the database, sealed piece by piece: no instance needs another's disk, and deleted is gone. */
@Component
@RequiredArgsConstructor
class Pieces {

    /** On its way to the database a piece is twice as long; one of 256 kB would be a humongous object in a small heap. */
    private static final int SIZE = 128 * 1024;

    private final PieceMapper mapper;
    private final Vault vault;

    /** Where to write the file of an attempt; it is complete once it is closed and nothing is behind. */
    Writing write(long export, int attempt, Behind behind) {
        this.mapper.deleteUntil(export, attempt - 1);
        return new Writing(export, attempt, behind);
    }

    /** Copies a file out; its length was checked when it was written. */
    void read(Scope scope, long export, int attempt, OutputStream out) throws IOException {
        PieceMapper.Piece piece;
        for (int position = 0; (piece = this.mapper.find(scope, export, attempt, position)) != null; position++) {
            out.write(this.vault.openPart(piece.sealed(), place(export, attempt, position)));
        }
    }

    void delete(long export) {
        this.mapper.delete(export);
    }

    /** Forgets what an attempt has written so far. */
    void forget(long export, int attempt) {
        this.mapper.deleteUntil(export, attempt);
    }

    void sweep() {
        this.mapper.leftOvers().forEach(one -> this.mapper.deleteAttempt(one.exportId(), one.attempt()));
    }

    private static String place(long export, int attempt, int position) {
        return "register-export:" + export + ":" + attempt + ":" + position;
    }

    /** Gathers bytes until a piece is full. */
    final class Writing extends OutputStream {

        private final long export;
        private final int attempt;
        private final Behind behind;
        private final byte[] piece = new byte[SIZE];
        private int filled;
        private int position;
        private long length;

        private Writing(long export, int attempt, Behind behind) {
            this.export = export;
            this.attempt = attempt;
            this.behind = behind;
        }

        long length() {
            return this.length;
        }

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int count) {
            int from = offset;
            int left = count;
            while (left > 0) {
                int room = Math.min(left, SIZE - this.filled);
                System.arraycopy(bytes, from, this.piece, this.filled, room);
                this.filled += room;
                from += room;
                left -= room;
                if (this.filled == SIZE) {
                    flushPiece();
                }
            }
            this.length += count;
        }

        @Override
        public void close() {
            if (this.filled > 0) {
                flushPiece();
            }
        }

        private void flushPiece() {
            byte[] full = Arrays.copyOf(this.piece, this.filled);
            int at = this.position++;
            this.filled = 0;
            this.behind.write(() -> Pieces.this.mapper.insert(
                    this.export,
                    this.attempt,
                    at,
                    Pieces.this.vault.sealPart(full, place(this.export, this.attempt, at))));
        }
    }
}

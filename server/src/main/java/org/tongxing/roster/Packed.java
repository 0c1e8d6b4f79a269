package org.tongxing.roster;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Rows of a roster say the same words over and over; packed before they are sealed, they take a quarter of the room. */
final class Packed {

    private static final int LARGEST = 4 << 20;

    private Packed() {}

    static byte[] packed(byte[] plain) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            deflater.setInput(plain);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 2);
            byte[] buffer = new byte[1024];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /** The opposite; what begins with a brace was never packed. */
    static byte[] unpacked(byte[] packed) {
        if (packed.length > 0 && packed[0] == '{') {
            return packed;
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed);
            ByteArrayOutputStream out = new ByteArrayOutputStream(packed.length * 4);
            byte[] buffer = new byte[4096];
            while (!inflater.finished() && out.size() < LARGEST) {
                int read = inflater.inflate(buffer);
                if (read == 0 && inflater.needsInput()) {
                    throw new IllegalStateException("A packed row is cut off");
                }
                out.write(buffer, 0, read);
            }
            return out.toByteArray();
        } catch (DataFormatException broken) {
            throw new IllegalStateException("Not a packed row", broken);
        } finally {
            inflater.end();
        }
    }
}

package org.tongxing.visit;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tongxing.crypto.Vault;

/**
 * How a note reads, in 64 bits (similarity hash over keyed fingerprints of its triples of characters): notes that differ in
 * few words differ in few bits, and without the key nothing of the note can be guessed from it.
 */
final class NotePrint {

    /** Notes that differ in no more bits than this read alike. */
    static final int ALIKE = 6;

    /** Shorter notes are alike by nature: 孩子挺好. */
    private static final int SHORTEST = 20;

    private static final int BITS = 64;
    private static final int GRAM = 3;

    private NotePrint() {}

    static @Nullable Long of(@Nullable String note, Vault vault) {
        int[] letters = note == null
                ? new int[0]
                : note.codePoints().filter(Character::isLetterOrDigit).toArray();
        if (letters.length < SHORTEST) {
            return null;
        }
        int[] weights = new int[BITS];
        for (int i = 0; i + GRAM <= letters.length; i++) {
            long print = print(new String(letters, i, GRAM), vault);
            for (int bit = 0; bit < BITS; bit++) {
                weights[bit] += (print >>> bit & 1) == 1 ? 1 : -1;
            }
        }
        long note64 = 0;
        for (int bit = 0; bit < BITS; bit++) {
            note64 |= weights[bit] > 0 ? 1L << bit : 0;
        }
        return note64;
    }

    private static long print(String gram, Vault vault) {
        return Long.parseUnsignedLong(
                Objects.requireNonNull(vault.digest("note|" + gram)).substring(0, 16), 16);
    }
}

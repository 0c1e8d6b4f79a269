package org.tongxing.account;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Time-based one-time codes of six digits per 30 seconds (RFC 6238 with HMAC-SHA-1, as every authenticator app reads). */
final class Totp {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECONDS = 30;
    private static final int DIGITS = 1_000_000;
    private static final int SECRET_CHARS = 32;

    private Totp() {}

    /** A fresh secret of 160 bits in base 32, as RFC 4226 asks. */
    static String secret() {
        StringBuilder secret = new StringBuilder(SECRET_CHARS);
        RANDOM.ints(SECRET_CHARS, 0, ALPHABET.length()).forEach(i -> secret.append(ALPHABET.charAt(i)));
        return secret.toString();
    }

    /** The step the code belongs to, if it is the present one or its neighbour: phones run half a minute early or late. */
    static OptionalLong match(String secret, String code, Instant now) {
        long present = now.getEpochSecond() / SECONDS;
        for (long step = present - 1; step <= present + 1; step++) {
            if (MessageDigest.isEqual(
                    code(secret, step).getBytes(), code.strip().getBytes())) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    static String code(String secret, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(decode(secret), "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
            return "%06d".formatted(number % DIGITS);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static byte[] decode(String base32) {
        ByteBuffer bytes = ByteBuffer.allocate(base32.length() * 5 / Byte.SIZE);
        int buffer = 0;
        int bits = 0;
        for (char letter : base32.toCharArray()) {
            buffer = buffer << 5 | ALPHABET.indexOf(letter);
            bits += 5;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes.put((byte) (buffer >> bits));
            }
        }
        return bytes.array();
    }
}

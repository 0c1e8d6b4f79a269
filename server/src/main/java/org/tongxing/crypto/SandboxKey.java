package org.tongxing.crypto;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Keys made up for the sandbox all begin alike, so that production can tell them and refuse them. */
public final class SandboxKey {

    private static final byte[] MARK = "sandbox".getBytes(StandardCharsets.US_ASCII);

    private SandboxKey() {}

    /** Whether a key, in hexadecimal digits, was made up for the sandbox. */
    public static boolean is(@Nullable String key) {
        return key != null
                && key.toLowerCase(Locale.ROOT).startsWith(HexFormat.of().formatHex(MARK));
    }

    static byte[] fresh(int length, SecureRandom random) {
        byte[] key = new byte[length];
        random.nextBytes(key);
        System.arraycopy(MARK, 0, key, 0, MARK.length);
        return key;
    }
}

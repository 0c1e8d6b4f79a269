package org.tongxing.crypto;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Seals single values with SM4-GCM (GB/T 32907) under a key id, and fingerprints them with HMAC-SM3 (GB/T 32905) for
 * equality search. A sealed value reads {@code 1:base64(nonce ‖ ciphertext ‖ tag)}, where 1 is the key id.
 */
@Component
public class Vault {

    private static final String KEY_ID = "1";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final Keys keys;

    Vault(Keys keys) {
        this.keys = keys;
    }

    public @Nullable String seal(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        byte[] nonce = new byte[NONCE];
        this.random.nextBytes(nonce);
        byte[] sealed = run(true, nonce, value.getBytes(StandardCharsets.UTF_8));
        byte[] all = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, all, NONCE, sealed.length);
        return KEY_ID + ":" + Base64.getEncoder().encodeToString(all);
    }

    public @Nullable String open(@Nullable String sealed) {
        if (sealed == null) {
            return null;
        }
        String[] parts = sealed.split(":", 2);
        if (!parts[0].equals(KEY_ID)) {
            throw new IllegalStateException("Unknown key id " + parts[0]);
        }
        byte[] all = Base64.getDecoder().decode(parts[1]);
        byte[] plain = run(false, Arrays.copyOf(all, NONCE), Arrays.copyOfRange(all, NONCE, all.length));
        return new String(plain, StandardCharsets.UTF_8);
    }

    /**
     * Seals bytes for one place, such as {@code register-export:7:0}; opened for any other place they are refused.
     */
    public byte[] seal(byte[] plain, String place) {
        byte[] nonce = new byte[NONCE];
        this.random.nextBytes(nonce);
        byte[] sealed = run(true, nonce, plain, place.getBytes(StandardCharsets.UTF_8));
        byte[] all = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, all, NONCE, sealed.length);
        return all;
    }

    /** The bytes that were sealed for this place. */
    public byte[] open(byte[] sealed, String place) {
        return run(
                false,
                Arrays.copyOf(sealed, NONCE),
                Arrays.copyOfRange(sealed, NONCE, sealed.length),
                place.getBytes(StandardCharsets.UTF_8));
    }

    /** The fingerprint of a normalised value: equal values have equal fingerprints, nothing else can be told from it. */
    public @Nullable String digest(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        HMac mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(this.keys.digesting()));
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        mac.update(bytes, 0, bytes.length);
        byte[] out = new byte[mac.getMacSize()];
        mac.doFinal(out, 0);
        return HexFormat.of().formatHex(out);
    }

    /** SM3 of the text in hexadecimal digits. */
    public static String sm3(String text) {
        return sm3(text.getBytes(StandardCharsets.UTF_8));
    }

    /** SM3 of the bytes in hexadecimal digits. */
    public static String sm3(byte[] bytes) {
        SM3Digest digest = new SM3Digest();
        digest.update(bytes, 0, bytes.length);
        byte[] out = new byte[digest.getDigestSize()];
        digest.doFinal(out, 0);
        return HexFormat.of().formatHex(out);
    }

    private byte[] run(boolean sealing, byte[] nonce, byte[] input, byte... place) {
        GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
        cipher.init(sealing, new AEADParameters(new KeyParameter(this.keys.sealing()), TAG_BITS, nonce, place));
        byte[] out = new byte[cipher.getOutputSize(input.length)];
        int written = cipher.processBytes(input, 0, input.length, out, 0);
        try {
            cipher.doFinal(out, written);
        } catch (InvalidCipherTextException ex) {
            throw new IllegalStateException("A sealed value was changed or belongs to another key", ex);
        }
        return out;
    }
}

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
 * equality search. A sealed value reads {@code 1:base64(nonce ‖ ciphertext ‖ tag)}, where 1 is the key id; a sealed part
 * of a file is the byte 1 and the same without base64.
 */
@Component
public class Vault {

    private static final byte KEY_ID = 1;
    private static final String PREFIX = KEY_ID + ":";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final byte[] NOWHERE = new byte[0];

    private final SecureRandom random = new SecureRandom();
    private final ThreadLocal<GCMModeCipher> ciphers;
    private final ThreadLocal<HMac> macs;

    Vault(Keys keys) {
        // Preparing a cipher or a digest for its key costs more than a short value does, so each thread does it once.
        this.ciphers = ThreadLocal.withInitial(() -> cipher(keys));
        this.macs = ThreadLocal.withInitial(() -> mac(keys));
    }

    public @Nullable String seal(@Nullable String value) {
        return value == null || value.isBlank() ? null : sealBytes(value.getBytes(StandardCharsets.UTF_8));
    }

    public @Nullable String open(@Nullable String sealed) {
        return sealed == null ? null : new String(openBytes(sealed), StandardCharsets.UTF_8);
    }

    /** Seals bytes into text. */
    public String sealBytes(byte[] value) {
        return PREFIX + Base64.getEncoder().encodeToString(sealed(value, NOWHERE, 0));
    }

    /** Opens what {@link #seal} or {@link #sealBytes} made. */
    public byte[] openBytes(String sealed) {
        if (!sealed.startsWith(PREFIX)) {
            throw new IllegalStateException("Unknown key id " + sealed.split(":", 2)[0]);
        }
        return opened(Base64.getDecoder().decode(sealed.substring(PREFIX.length())), 0, NOWHERE);
    }

    /**
     * Seals a part of a file.
     *
     * @param place where the part belongs; it opens nowhere else, so that parts cannot change places
     */
    public byte[] sealPart(byte[] part, String place) {
        byte[] sealed = sealed(part, place.getBytes(StandardCharsets.UTF_8), 1);
        sealed[0] = KEY_ID;
        return sealed;
    }

    public byte[] openPart(byte[] sealed, String place) {
        if (sealed.length == 0 || sealed[0] != KEY_ID) {
            throw new IllegalStateException("Unknown key id");
        }
        return opened(sealed, 1, place.getBytes(StandardCharsets.UTF_8));
    }

    /** The fingerprint of a normalised value: equal values have equal fingerprints, nothing else can be told from it. */
    public @Nullable String digest(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        HMac mac = this.macs.get();
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

    private byte[] sealed(byte[] plain, byte[] place, int offset) {
        byte[] nonce = new byte[NONCE];
        this.random.nextBytes(nonce);
        GCMModeCipher cipher = this.ciphers.get();
        cipher.init(true, new AEADParameters(null, TAG_BITS, nonce, place));
        byte[] out = new byte[offset + NONCE + cipher.getOutputSize(plain.length)];
        System.arraycopy(nonce, 0, out, offset, NONCE);
        run(cipher, plain, 0, out, offset + NONCE);
        return out;
    }

    private byte[] opened(byte[] sealed, int offset, byte[] place) {
        byte[] nonce = Arrays.copyOfRange(sealed, offset, offset + NONCE);
        GCMModeCipher cipher = this.ciphers.get();
        cipher.init(false, new AEADParameters(null, TAG_BITS, nonce, place));
        byte[] out = new byte[cipher.getOutputSize(sealed.length - offset - NONCE)];
        run(cipher, sealed, offset + NONCE, out, 0);
        return out;
    }

    private static void run(GCMModeCipher cipher, byte[] in, int from, byte[] out, int to) {
        int written = cipher.processBytes(in, from, in.length - from, out, to);
        try {
            cipher.doFinal(out, to + written);
        } catch (InvalidCipherTextException ex) {
            throw new IllegalStateException("A sealed value was changed or belongs to another key", ex);
        }
    }

    private static GCMModeCipher cipher(Keys keys) {
        GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
        cipher.init(true, new AEADParameters(new KeyParameter(keys.sealing()), TAG_BITS, new byte[NONCE]));
        return cipher;
    }

    private static HMac mac(Keys keys) {
        HMac mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(keys.digesting()));
        return mac;
    }
}

package org.tongxing;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator app that never shows a code twice; written apart from the server's reading of the standard. */
final class Authenticator {

    private static final Map<String, Authenticator> APPS = new ConcurrentHashMap<>();

    private final byte[] secret;
    private long lastStep;

    private Authenticator(String base32) {
        BigInteger bits = BigInteger.ONE;
        for (char letter : base32.toCharArray()) {
            bits = bits.shiftLeft(5).add(BigInteger.valueOf("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter)));
        }
        byte[] all = bits.toByteArray();
        this.secret = java.util.Arrays.copyOfRange(all, 1, all.length);
        this.lastStep = Clock.systemUTC().instant().getEpochSecond() / 30 - 2;
    }

    /** The app of somebody at one server, set up anew when a secret is given. */
    static Authenticator of(int port, String username, String secret) {
        return APPS.compute(port + username, (who, known) -> secret.isEmpty() ? known : new Authenticator(secret));
    }

    synchronized String next() throws Exception {
        this.lastStep++;
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(this.secret, "HmacSHA1"));
        byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(this.lastStep).array());
        int number = ByteBuffer.wrap(hash).getInt(hash[19] & 15) & 0x7fffffff;
        return String.format("%06d", number % 1_000_000);
    }
}

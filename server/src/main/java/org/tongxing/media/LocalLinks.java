package org.tongxing.media;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.tongxing.crypto.Vault;

/** Signs links and upload forms of the local folder with HMAC-SM3, as OSS signs its own. */
@RequiredArgsConstructor
class LocalLinks {

    static final String PATH = "/files";

    private final Vault vault;
    private final Clock clock;

    Instant until(Duration life) {
        return this.clock.instant().plus(life);
    }

    String link(String key, Duration life) {
        long until = until(life).getEpochSecond();
        return PATH + "/" + key + "?until=" + until + "&sign=" + sign("read", key, until, 0);
    }

    Map<String, String> fields(String key, long most, Instant until) {
        long second = until.getEpochSecond();
        return Map.of(
                "key", key,
                "until", Long.toString(second),
                "most", Long.toString(most),
                "sign", sign("write", key, second, most));
    }

    boolean mayRead(String key, long until, String sign) {
        return stands(until) && same(sign, sign("read", key, until, 0));
    }

    boolean mayWrite(String key, long until, long most, String sign) {
        return stands(until) && same(sign, sign("write", key, until, most));
    }

    private boolean stands(long until) {
        return this.clock.instant().getEpochSecond() <= until;
    }

    private String sign(String deed, String key, long until, long most) {
        return Objects.requireNonNull(
                this.vault.digest(String.join("|", "file", deed, key, Long.toString(until), Long.toString(most))));
    }

    private static boolean same(String given, String expected) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }
}

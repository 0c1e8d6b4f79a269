package org.tongxing.account;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;
import org.tongxing.contract.ProblemCode;
import org.tongxing.crypto.Vault;
import org.tongxing.problem.Refusal;

/**
 * Counts wrong passwords and codes; the fifth in a quarter of an hour locks for a quarter of an hour. Names nobody has
 * are counted alike, so that the answers do not tell which names exist.
 */
@Component
@RequiredArgsConstructor
class Attempts {

    static final int ALLOWED = 5;
    static final Duration LOCK = Duration.ofMinutes(15);
    private static final String KEY = "tongxing:attempts:";

    private final StringRedisTemplate redis;

    static String of(long accountId) {
        return "account:" + accountId;
    }

    /** A name no account has; only its fingerprint is kept, people do type passwords into the wrong field. */
    static String ofUnknown(String username) {
        return "name:" + Vault.sm3(username.strip().toLowerCase(Locale.ROOT));
    }

    void refuseIfLocked(String who) {
        if (isLocked(who)) {
            throw new Refusal(ProblemCode.ACCOUNT_LOCKED);
        }
    }

    boolean isLocked(String who) {
        String count = this.redis.opsForValue().get(KEY + who);
        return count != null && Long.parseLong(count) >= ALLOWED;
    }

    /** Counts one wrong attempt and refuses, with the tries left or as locked. */
    void fail(String who, ProblemCode code) {
        Long count = this.redis.opsForValue().increment(KEY + who);
        this.redis.expire(KEY + who, LOCK);
        if (count == null || count >= ALLOWED) {
            throw new Refusal(ProblemCode.ACCOUNT_LOCKED);
        }
        throw new Refusal(code, Map.of("attemptsLeft", ALLOWED - count));
    }

    void clear(String who) {
        this.redis.delete(KEY + who);
    }
}

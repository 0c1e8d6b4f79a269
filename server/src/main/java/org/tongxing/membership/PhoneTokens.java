package org.tongxing.membership;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;
import org.tongxing.crypto.Vault;

/** Opaque tokens of the phone side. Redis holds their fingerprints only; losing it signs people out and nothing more. */
@Component
@RequiredArgsConstructor
public class PhoneTokens {

    private static final Duration LIFE = Duration.ofDays(30);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final StringRedisTemplate redis;
    private final Vault vault;
    private final Clock clock;

    /** A fresh token for an account. */
    public Token issue(long account) {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        this.redis.opsForValue().set(key(token), Long.toString(account), LIFE);
        this.redis.opsForSet().add(all(account), key(token));
        this.redis.expire(all(account), LIFE);
        return new Token(token, this.clock.instant().plus(LIFE));
    }

    /**
     * With what an account's phone seals its drafts and copies: 64 hex digits, the same at every sign-in, so that drafts
     * written before can be read; derived, so that it is stored nowhere.
     */
    public String vaultKey(long account) {
        return Objects.requireNonNull(this.vault.digest("phone vault of account " + account));
    }

    Optional<Long> account(String token) {
        return Optional.ofNullable(this.redis.opsForValue().get(key(token))).map(Long::valueOf);
    }

    public void revoke(String token) {
        account(token).ifPresent(account -> this.redis.opsForSet().remove(all(account), key(token)));
        this.redis.delete(key(token));
    }

    /** Signs the account out on every phone. */
    public void revokeAll(long account) {
        Set<String> keys = this.redis.opsForSet().members(all(account));
        if (keys != null) {
            this.redis.delete(keys);
        }
        this.redis.delete(all(account));
    }

    private static String all(long account) {
        return "phone:tokens:" + account;
    }

    private static String key(String token) {
        return "phone:token:" + Vault.sm3(token);
    }

    /** A token and when it ends. */
    public record Token(String value, Instant expiresAt) {}
}

package org.tongxing.membership;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Service;
import org.tongxing.contract.ProblemCode;
import org.tongxing.crypto.Vault;
import org.tongxing.problem.Refusal;

/**
 * 验证码: six digits by text message, for five minutes and five tries. Redis holds a fingerprint. Numbers nobody has on
 * file get one too, so that the answer tells nothing; how many go to a number or are asked for from an address is bounded.
 */
@Service
@RequiredArgsConstructor
public class SmsCodes {

    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int TRIES = 5;
    private static final int A_NUMBER_AN_HOUR = 5;
    private static final int A_NUMBER_A_DAY = 10;
    private static final int AN_ADDRESS_AN_HOUR = 30;
    private static final int WRONG_FROM_AN_ADDRESS = 50;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SmsSender sender;
    private final Limits limits;
    private final StringRedisTemplate redis;
    private final Vault vault;
    private final Clock clock;

    /**
     * Sends a code to a number.
     *
     * @param address the network address that asks
     */
    public Sent send(String phone, String address) {
        String who = digest(phone);
        this.limits.count("sms-from:" + Vault.sm3(address), AN_ADDRESS_AN_HOUR, Duration.ofHours(1));
        this.limits.count("sms-pause:" + who, 1, PAUSE);
        this.limits.count("sms-hour:" + who, A_NUMBER_AN_HOUR, Duration.ofHours(1));
        this.limits.count("sms-day:" + who, A_NUMBER_A_DAY, Duration.ofDays(1));
        String code = "%06d".formatted(RANDOM.nextInt(1_000_000));
        this.redis.opsForValue().set(key(who), fingerprint(phone, code), LIFE);
        this.limits.forget("sms-tries:" + who);
        if (!this.sender.send(phone, code, (int) LIFE.toMinutes())) {
            this.redis.delete(key(who));
            this.limits.forget("sms-pause:" + who);
            throw new Refusal(ProblemCode.SMS_UNREACHABLE);
        }
        Instant now = this.clock.instant();
        return new Sent(now.plus(PAUSE), now.plus(LIFE));
    }

    /** Uses a code, once. The fifth wrong one makes it worthless. */
    public void use(String phone, String code, String address) {
        String who = digest(phone);
        String kept = this.redis.opsForValue().get(key(who));
        if (kept == null) {
            this.limits.count("sms-wrong-from:" + Vault.sm3(address), WRONG_FROM_AN_ADDRESS, Duration.ofHours(1));
            throw new Refusal(ProblemCode.SMS_CODE_WRONG);
        }
        // Counted before it is compared: a hundred guesses at once are no more than five.
        long tried = this.limits.next("sms-tries:" + who, LIFE);
        if (tried > TRIES) {
            this.redis.delete(key(who));
            throw new Refusal(ProblemCode.SMS_CODE_WRONG);
        }
        boolean right = MessageDigest.isEqual(
                kept.getBytes(StandardCharsets.UTF_8), fingerprint(phone, code).getBytes(StandardCharsets.UTF_8));
        if (!right) {
            this.limits.count("sms-wrong-from:" + Vault.sm3(address), WRONG_FROM_AN_ADDRESS, Duration.ofHours(1));
            if (tried == TRIES) {
                this.redis.delete(key(who));
            }
            throw new Refusal(ProblemCode.SMS_CODE_WRONG, Map.of("attemptsLeft", TRIES - tried));
        }
        if (!Boolean.TRUE.equals(this.redis.delete(key(who)))) {
            throw new Refusal(ProblemCode.SMS_CODE_WRONG);
        }
    }

    private String fingerprint(String phone, String code) {
        return Objects.requireNonNull(this.vault.digest("sms:" + phone + ":" + code));
    }

    private String digest(String phone) {
        return Objects.requireNonNull(this.vault.digest(phone));
    }

    private static String key(String who) {
        return "sms:code:" + who;
    }

    /** A code on its way. */
    public record Sent(Instant againAt, Instant expiresAt) {}
}

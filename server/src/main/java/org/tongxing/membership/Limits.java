package org.tongxing.membership;

import java.time.Duration;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.DefaultRedisScript;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;
import org.tongxing.contract.ProblemCode;
import org.tongxing.problem.Refusal;

/** Counts in Redis how often something was tried, over all instances. */
@Component
@RequiredArgsConstructor
class Limits {

    /** Counting and the end of the count in one step: a count without an end would lock somebody out for ever. */
    private static final RedisScript<Long> COUNT = new DefaultRedisScript<>(
            "local n = redis.call('incr', KEYS[1]) if n == 1 then redis.call('pexpire', KEYS[1], ARGV[1]) end return n",
            Long.class);

    private final StringRedisTemplate redis;

    /** Counts one, and refuses what is beyond the most within the time. */
    void count(String what, int most, Duration within) {
        if (next(what, within) > most) {
            throw new Refusal(ProblemCode.TOO_OFTEN);
        }
    }

    /** Counts one and says which it was. */
    long next(String what, Duration within) {
        Long count = this.redis.execute(COUNT, List.of("limit:" + what), Long.toString(within.toMillis()));
        return count == null ? Long.MAX_VALUE : count;
    }

    void forget(String what) {
        this.redis.delete("limit:" + what);
    }
}

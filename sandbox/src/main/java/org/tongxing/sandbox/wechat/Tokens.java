package org.tongxing.sandbox.wechat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** 稳定版接口调用凭据: everybody who asks gets the same token while it lasts, unless somebody refreshes it by force. */
final class Tokens {

    private static final Duration LIFE = Duration.ofHours(2);
    private static final Duration HANDOVER = Duration.ofMinutes(5);

    private final SimulatedClock clock;
    private String token = "";
    private Instant until = Instant.EPOCH;

    Tokens(SimulatedClock clock) {
        this.clock = clock;
    }

    synchronized Answer issue(Call call) {
        if (!"client_credential".equals(call.text("grant_type"))) {
            return Answer.error(40002, "invalid grant_type");
        }
        if (call.text("appid").isEmpty()) {
            return Answer.error(40013, "invalid appid");
        }
        boolean ending = !this.until.minus(HANDOVER).isAfter(this.clock.now());
        if (ending || call.body().path("force_refresh").asBoolean(false)) {
            renew();
        }
        return Answer.json(Map.of(
                "access_token",
                this.token,
                "expires_in",
                Duration.between(this.clock.now(), this.until).toSeconds()));
    }

    /** As if somebody else had refreshed it by force: the token in use is worth nothing any more. */
    synchronized void renew() {
        this.token = "87_" + UUID.randomUUID().toString().replace("-", "").repeat(4);
        this.until = this.clock.now().plus(LIFE);
    }

    synchronized boolean accepts(String token) {
        return this.token.equals(token) && this.until.isAfter(this.clock.now());
    }
}

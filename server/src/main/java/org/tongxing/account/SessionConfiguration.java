package org.tongxing.account;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.data.redis.config.annotation.web.http.EnableRedisIndexedHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** Sessions of the console live in Redis, so that they survive a restart and any instance can answer. */
@Configuration
@EnableRedisIndexedHttpSession(
        redisNamespace = "tongxing:session",
        maxInactiveIntervalInSeconds = SessionConfiguration.EIGHT_HOURS)
class SessionConfiguration {

    static final int EIGHT_HOURS = 8 * 60 * 60;

    /** How long a session stays open that nobody uses. */
    static final Duration IDLE = Duration.ofSeconds(EIGHT_HOURS);

    @Bean
    CookieSerializer sessionCookie() {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName("TONGXING");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        return cookie;
    }
}

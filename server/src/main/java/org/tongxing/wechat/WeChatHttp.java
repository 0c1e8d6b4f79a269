package org.tongxing.wechat;

import cn.binarywang.wx.miniapp.api.impl.WxMaServiceImpl;
import cn.binarywang.wx.miniapp.config.impl.WxMaRedisBetterConfigImpl;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import me.chanjar.weixin.common.redis.RedisTemplateWxRedisOps;
import me.chanjar.weixin.common.util.locks.RedisTemplateSimpleDistributedLock;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.Timeout;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * WxJava with an HTTP client of our own: the one it brings trusts every certificate and is shared by the whole JVM. Ours
 * checks certificates, bounds every wait and never sends anything twice by itself. The access token lives in Redis, so
 * that all instances use the same.
 */
class WeChatHttp extends WxMaServiceImpl {

    private static final int BUSY_RETRIES = 2;
    private static final int BUSY_PAUSE_MILLIS = 300;

    /** Long enough for one refresh of the token; an instance that dies meanwhile stops the others no longer. */
    private static final int TOKEN_LEASE_MILLIS = 10_000;

    private static final int LOCK_PAUSE_MILLIS = 15;

    private final CloseableHttpClient client;

    WeChatHttp(WeChatSettings settings, StringRedisTemplate redis) {
        this.client = client(settings);
        WxMaRedisBetterConfigImpl config = new WxMaRedisBetterConfigImpl(new ShortLeases(redis), "wx");
        config.setAppid(settings.appId());
        config.setSecret(settings.secret());
        config.setToken(settings.pushToken());
        config.setAesKey(settings.pushAesKey());
        config.useStableAccessToken(true);
        config.setMsgDataFormat("JSON");
        if (settings.baseUrl() != null) {
            config.setApiHostUrl(settings.baseUrl());
        }
        setWxMaConfig(config);
        setMaxRetryTimes(BUSY_RETRIES);
        setRetrySleepMillis(BUSY_PAUSE_MILLIS);
    }

    @Override
    public void initHttp() {
        // The client is made in the constructor; WxJava's own is never built.
    }

    @Override
    public CloseableHttpClient getRequestHttpClient() {
        return this.client;
    }

    private static CloseableHttpClient client(WeChatSettings settings) {
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(settings.lines())
                        .setMaxConnPerRoute(settings.lines())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(settings.connect()))
                                .setSocketTimeout(Timeout.of(settings.answer()))
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.of(settings.connect()))
                        .setResponseTimeout(Timeout.of(settings.answer()))
                        .setRedirectsEnabled(false)
                        .build())
                .disableAutomaticRetries()
                .disableCookieManagement()
                .build();
    }

    /** Locks that end soon after whoever held them has died, and are noticed soon when they are free. */
    private static final class ShortLeases extends RedisTemplateWxRedisOps {

        private final StringRedisTemplate redis;

        ShortLeases(StringRedisTemplate redis) {
            super(redis);
            this.redis = redis;
        }

        @Override
        public Lock getLock(String key) {
            return new QuickLock(this.redis, key);
        }
    }

    /** WxJava's own looks again only after a second, which adds up when many calls find the token stale at once. */
    private static final class QuickLock extends RedisTemplateSimpleDistributedLock {

        QuickLock(StringRedisTemplate redis, String key) {
            super(redis, key, TOKEN_LEASE_MILLIS);
        }

        @Override
        public void lock() {
            boolean interrupted = false;
            while (!tryLock()) {
                try {
                    Thread.sleep(LOCK_PAUSE_MILLIS);
                } catch (InterruptedException ex) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public boolean tryLock(long time, TimeUnit unit) throws InterruptedException {
            long end = System.nanoTime() + unit.toNanos(time);
            boolean locked = tryLock();
            while (!locked && System.nanoTime() < end) {
                Thread.sleep(LOCK_PAUSE_MILLIS);
                locked = tryLock();
            }
            return locked;
        }
    }
}

package org.tongxing.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.tongxing.sandbox.sms.SmsGateway;
import org.tongxing.sandbox.wechat.Push;

/** Starts the sandbox when no database is configured, and tells the application where everything is. */
class SandboxPostProcessor implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.containsProperty("spring.datasource.url")
                || !environment.getProperty("tongxing.sandbox.enabled", Boolean.class, true)) {
            return;
        }
        Sandbox sandbox = Sandbox.on(
                environment.getProperty("tongxing.sandbox.directory"),
                environment.getProperty("tongxing.sandbox.mysql"));
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("tongxing.sandbox.active", true);
        properties.put("tongxing.sandbox.home", sandbox.directory().toString());
        properties.put("spring.datasource.url", sandbox.engines().database().jdbcUrl());
        properties.put(
                "spring.datasource.username", sandbox.engines().database().user());
        properties.put(
                "spring.datasource.password", sandbox.engines().database().password());
        properties.put("spring.data.redis.host", "127.0.0.1");
        properties.put("spring.data.redis.port", sandbox.engines().redisPort());
        properties.put("server.address", "127.0.0.1");
        properties.put("tongxing.media.origin", "http://sandbox.invalid");
        properties.put("tongxing.wechat.app-id", "wx0000000000sandbox");
        properties.put("tongxing.wechat.secret", "sandbox");
        properties.put("tongxing.wechat.base-url", sandbox.wechat().baseUrl());
        properties.put("tongxing.wechat.push-token", Push.TOKEN);
        properties.put("tongxing.wechat.push-aes-key", Push.AES_KEY);
        SampleTemplates.put(properties);
        properties.put("tongxing.sms.url", sandbox.sms().url());
        properties.put("tongxing.sms.headers.X-Api-Key", SmsGateway.KEY);
        properties.put("tongxing.sms.body", "{\"phone\":\"{phone}\",\"code\":\"{code}\"}");
        properties.put("tongxing.sms.accepted-at", "/code");
        properties.put("tongxing.sms.accepted", "OK");
        properties.put(
                "tongxing.keys.directory", sandbox.directory().resolve("keys").toString());
        properties.put(
                "tongxing.media.directory", sandbox.directory().resolve("media").toString());
        if (!"none".equals(environment.getProperty("tongxing.sandbox.sample"))) {
            SampleAccounts.put(properties);
        }
        environment.getPropertySources().addLast(new MapPropertySource("sandbox", properties));
    }
}

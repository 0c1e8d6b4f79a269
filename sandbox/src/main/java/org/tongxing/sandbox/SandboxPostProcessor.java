package org.tongxing.sandbox;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

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
        Map<String, Object> properties =
                sandbox.settings(!"none".equals(environment.getProperty("tongxing.sandbox.sample")));
        properties.put("tongxing.sandbox.home", sandbox.directory().toString());
        environment.getPropertySources().addLast(new MapPropertySource("sandbox", properties));
    }
}

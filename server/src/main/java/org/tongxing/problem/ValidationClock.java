package org.tongxing.problem;

import java.time.Clock;
import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whether a day is past or future is asked of our clock and zone, not of the machine's. */
@Configuration(proxyBeanMethods = false)
class ValidationClock {

    @Bean
    ValidationConfigurationCustomizer validateByOurClock(Clock clock) {
        return configuration -> configuration.clockProvider(() -> clock);
    }
}

package org.tongxing.membership;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration
class SmsConfiguration {

    @Bean
    @ConditionalOnMissingBean
    SmsSender smsSender(SmsSettings settings, JsonMapper json) {
        return new HttpSmsSender(settings, json);
    }
}

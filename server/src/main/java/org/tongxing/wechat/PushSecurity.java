package org.tongxing.wechat;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** WeChat's pushes carry no session; their signature is checked where they are taken. */
@Configuration
class PushSecurity {

    @Bean
    @Order(15)
    SecurityFilterChain wechatPushes(HttpSecurity http) throws Exception {
        return http.securityMatcher("/api/wechat/push")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(csrf -> csrf.disable())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }
}

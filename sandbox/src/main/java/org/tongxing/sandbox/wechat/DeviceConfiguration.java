package org.tongxing.sandbox.wechat;

import java.util.Map;
import java.util.function.Function;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.tongxing.sandbox.Sandbox;

/** The phones of the simulated people, for a page in a browser that has no WeChat around it. */
@AutoConfiguration
@ConditionalOnProperty("tongxing.sandbox.active")
class DeviceConfiguration {

    private static final String PEOPLE = "/sandbox/wechat/people";

    @Bean
    RouterFunction<ServerResponse> devices(Environment environment) {
        People people = Sandbox.on(environment.getProperty("tongxing.sandbox.directory"))
                .people();
        return RouterFunctions.route()
                .GET(PEOPLE, request -> ServerResponse.ok().body(people.all()))
                .POST(PEOPLE, request -> ServerResponse.ok().body(add(people, request)))
                .POST(PEOPLE + "/{openid}/login-code", request -> code(request, people::loginCode))
                .POST(PEOPLE + "/{openid}/phone-code", request -> code(request, people::phoneCode))
                .build();
    }

    /** Whoever reaches the sandbox may hold any phone; it only listens on this machine. */
    @Bean
    @Order(5)
    SecurityFilterChain deviceSecurity(HttpSecurity http) throws Exception {
        return http.securityMatcher("/sandbox/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(csrf -> csrf.disable())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    private static Person add(People people, ServerRequest request) throws Exception {
        NewPerson wanted = request.body(NewPerson.class);
        return people.add(wanted.nickname(), wanted.phone());
    }

    private static ServerResponse code(ServerRequest request, Function<String, String> codes) {
        try {
            return ServerResponse.ok().body(Map.of("code", codes.apply(request.pathVariable("openid"))));
        } catch (IllegalArgumentException nobody) {
            return ServerResponse.notFound().build();
        }
    }

    /** Somebody who gets a phone. */
    record NewPerson(String nickname, String phone) {}
}

package org.tongxing.sandbox.wechat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
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
@ConditionalOnProperty("tongxing.sandbox.home")
class DeviceConfiguration {

    private static final String PEOPLE = "/sandbox/wechat/people";
    private static final String PERSON = PEOPLE + "/{openid}";
    private static final String ACCEPTED = "accept";

    @Bean
    RouterFunction<ServerResponse> devices(Environment environment) {
        Sandbox sandbox = sandbox(environment);
        People people = sandbox.people();
        return RouterFunctions.route()
                .GET(PEOPLE, request -> ServerResponse.ok().body(people.all()))
                .POST(PEOPLE, request -> ServerResponse.ok().body(add(people, request)))
                .POST(PERSON + "/login-code", request -> code(request, people::loginCode))
                .POST(PERSON + "/phone-code", request -> code(request, people::phoneCode))
                .POST(
                        PERSON + "/subscribe",
                        request -> ServerResponse.ok()
                                .body(subscribe(sandbox.wechat().messages(), request)))
                .GET(
                        PERSON + "/messages",
                        request -> ServerResponse.ok()
                                .body(sandbox.wechat().messages().of(request.pathVariable("openid"))))
                .GET("/sandbox/sms/{phone}", request -> {
                    var sent = sandbox.sms().lastTo(request.pathVariable("phone"));
                    return sent == null
                            ? ServerResponse.notFound().build()
                            : ServerResponse.ok().body(sent);
                })
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

    /** Tells the simulated WeChat where this server takes pushes; of several, the last one started gets them. */
    @Bean
    ApplicationListener<WebServerInitializedEvent> pushTarget(Environment environment) {
        Sandbox sandbox = sandbox(environment);
        return event -> {
            if (!"management".equals(event.getApplicationContext().getServerNamespace())) {
                sandbox.wechat()
                        .pushTo("http://127.0.0.1:" + event.getWebServer().getPort() + "/api/wechat/push");
            }
        };
    }

    private static Sandbox sandbox(Environment environment) {
        // Not the configured directory: that may be made up anew whenever it is asked for.
        return Sandbox.on(environment.getProperty("tongxing.sandbox.home"));
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

    /** What {@code wx.requestSubscribeMessage} answers: a word per template. */
    private static Map<String, String> subscribe(Messages messages, ServerRequest request) throws Exception {
        Subscription wanted = request.body(Subscription.class);
        Map<String, String> answers = new LinkedHashMap<>();
        for (String template : wanted.templateIds()) {
            answers.put(template, wanted.result());
            if (wanted.result().equals(ACCEPTED)) {
                messages.consent(request.pathVariable("openid"), template);
            }
        }
        return answers;
    }

    /** Somebody who gets a phone. */
    record NewPerson(String nickname, String phone) {}

    /** What a person answers to the question about messages: accept, reject or ban. */
    record Subscription(List<String> templateIds, String result) {}
}

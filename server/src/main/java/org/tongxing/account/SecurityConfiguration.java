package org.tongxing.account;

import java.time.InstantSource;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.tongxing.kernel.FileOrigins;
import org.tongxing.problem.SecurityProblems;

/** One chain for the console (session, CSRF) and one for everything that is no API; the phone side brings its own. */
@Configuration
@EnableMethodSecurity(prePostEnabled = false, jsr250Enabled = true)
class SecurityConfiguration {

    private static final String POLICY =
            "default-src 'self'; img-src 'self' data: blob:%1$s; connect-src 'self' blob:%1$s;"
                    + " style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'self'; frame-ancestors 'none';"
                    + " form-action 'self'";

    @Bean
    PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder();
    }

    @Bean
    SecurityContextRepository securityContexts() {
        return new HttpSessionSecurityContextRepository();
    }

    @Bean
    @Order(10)
    SecurityFilterChain console(
            HttpSecurity http, SecurityProblems problems, SecurityContextRepository contexts, ConsoleGate gate)
            throws Exception {
        return http.securityMatcher("/api/admin/**")
                .addFilterBefore(
                        new IdleWatch(InstantSource.system(), SessionConfiguration.IDLE),
                        SecurityContextHolderFilter.class)
                .securityContext(context -> context.securityContextRepository(contexts))
                .csrf(csrf -> csrf.spa().csrfTokenRepository(CookieCsrfTokenRepository.withHttpOnlyFalse()))
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.POST, "/api/admin/session")
                        .permitAll()
                        .anyRequest()
                        .access(gate))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .headers(headers -> headers.cacheControl(cache -> {}))
                .build();
    }

    @Bean
    @Order(100)
    SecurityFilterChain pages(HttpSecurity http, SecurityProblems problems, FileOrigins files) throws Exception {
        String policy = POLICY.formatted(
                files.origins().stream().map(origin -> " " + origin).collect(Collectors.joining()));
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                HttpMethod.GET,
                                "/",
                                "/admin",
                                "/admin/**",
                                "/h5",
                                "/h5/**",
                                "/certificates/*",
                                "/actuator/health/**",
                                "/favicon.ico")
                        .permitAll()
                        .requestMatchers("/error")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .csrf(csrf -> csrf.disable())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.cacheControl(cache -> cache.disable())
                        .contentSecurityPolicy(content -> content.policyDirectives(policy)))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .build();
    }
}

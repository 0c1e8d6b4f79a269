package org.tongxing.membership;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.web.filter.OncePerRequestFilter;
import org.tongxing.contract.ProblemCode;
import org.tongxing.problem.Refusal;
import org.tongxing.problem.SecurityProblems;

/** The security chain of the phone side: a bearer token, no cookie, no session. */
@Configuration
@RequiredArgsConstructor
class PhoneSecurity {

    private static final String BEARER = "Bearer ";

    private final PhoneTokens tokens;
    private final Memberships memberships;

    @Bean
    @Order(20)
    SecurityFilterChain phone(HttpSecurity http, SecurityProblems problems) throws Exception {
        return http.securityMatcher("/api/phone/**")
                .csrf(csrf -> csrf.disable())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new BearerFilter(), UsernamePasswordAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                HttpMethod.POST,
                                "/api/phone/session",
                                "/api/phone/session/sms",
                                "/api/phone/session/sms/codes")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .build();
    }

    static PhoneCaller current() {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        if (person == null || !(person.getPrincipal() instanceof PhoneCaller caller)) {
            throw new Refusal(ProblemCode.SIGNED_OUT);
        }
        return caller;
    }

    /** Reads the token and, on every request, the ties as they are now. */
    private final class BearerFilter extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            String header = request.getHeader("Authorization");
            if (header != null && header.startsWith(BEARER)) {
                String token = header.substring(BEARER.length());
                PhoneSecurity.this
                        .tokens
                        .account(token)
                        .map(account ->
                                new PhoneCaller(account, token, PhoneSecurity.this.memberships.confirmed(account)))
                        .ifPresent(caller -> SecurityContextHolder.getContext()
                                .setAuthentication(
                                        UsernamePasswordAuthenticationToken.authenticated(caller, null, List.of())));
            }
            chain.doFilter(request, response);
        }
    }
}

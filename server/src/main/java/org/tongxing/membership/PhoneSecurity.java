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
import org.tongxing.contract.PhoneSessionEndpoint.TieView;
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

    static List<TieView> asked() {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        if (person == null || !(person.getDetails() instanceof Memberships.Known known)) {
            throw new Refusal(ProblemCode.SIGNED_OUT);
        }
        return known.asked();
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
                        .ifPresent(
                                account -> SecurityContextHolder.getContext().setAuthentication(known(account, token)));
            }
            chain.doFilter(request, response);
        }

        private Authentication known(long account, String token) {
            Memberships.Known known = PhoneSecurity.this.memberships.known(account);
            UsernamePasswordAuthenticationToken person = UsernamePasswordAuthenticationToken.authenticated(
                    new PhoneCaller(account, token, known.confirmed()), null, List.of());
            person.setDetails(known);
            return person;
        }
    }
}

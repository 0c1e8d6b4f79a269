package org.tongxing.media;

import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.tongxing.crypto.Vault;
import org.tongxing.kernel.FileOrigins;

@Configuration
class MediaConfiguration {

    @Bean
    LocalLinks localLinks(Vault vault, Clock clock) {
        return new LocalLinks(vault, clock);
    }

    @Bean
    FileStore fileStore(MediaSettings settings, LocalLinks links, Clock clock) {
        if (settings.oss() != null) {
            return new OssFileStore(settings.oss(), clock);
        }
        if (settings.directory() != null) {
            return new LocalFileStore(settings.directory(), links);
        }
        throw new IllegalStateException("Set tongxing.media.oss or tongxing.media.directory");
    }

    /** The pages' security policy has to let them through. */
    @Bean
    FileOrigins fileOrigins(MediaSettings settings) {
        return new FileOrigins(
                settings.oss() == null ? List.of() : List.of(settings.oss().origin()));
    }

    /** Files of the local folder: the signature in the address decides, as with OSS. */
    @Bean
    @Order(30)
    SecurityFilterChain files(HttpSecurity http) throws Exception {
        return http.securityMatcher(LocalLinks.PATH, LocalLinks.PATH + "/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(csrf -> csrf.disable())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers ->
                        headers.contentSecurityPolicy(policy -> policy.policyDirectives("default-src 'none'; sandbox")))
                .build();
    }
}

package org.tongxing.membership;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A gateway for text messages that takes JSON over HTTP.
 *
 * @param url where to post; without it nobody can sign in by code
 * @param headers sent along, such as a key
 * @param body the JSON to post, with {@code {phone}}, {@code {code}} and {@code {minutes}} in it
 * @param acceptedAt a JSON pointer into the answer that says whether it was taken; without it any 2xx is a yes
 * @param accepted what has to stand there
 * @param patience how long to wait for a connection, and for the answer
 */
@ConfigurationProperties("tongxing.sms")
record SmsSettings(
        @Nullable String url,
        @DefaultValue Map<String, String> headers,

        @DefaultValue("{\"phone\":\"{phone}\",\"code\":\"{code}\"}")
        String body,

        @Nullable String acceptedAt,
        @Nullable String accepted,
        @DefaultValue("3s") Duration patience) {}

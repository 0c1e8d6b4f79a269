package org.tongxing.membership;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Posts codes to a gateway that takes JSON. Neither the number nor the code is ever logged. */
class HttpSmsSender implements SmsSender {

    private static final Logger LOG = LoggerFactory.getLogger(HttpSmsSender.class);

    private final SmsSettings settings;
    private final JsonMapper json;
    private final SingletonSupplier<HttpClient> http;

    HttpSmsSender(SmsSettings settings, JsonMapper json) {
        this.settings = settings;
        this.json = json;
        // Made when it is first needed: most servers send none, and starting need not wait for it.
        this.http = SingletonSupplier.of(() ->
                HttpClient.newBuilder().connectTimeout(settings.patience()).build());
    }

    @Override
    public boolean send(String phone, String code, int minutes) {
        if (this.settings.url() == null) {
            LOG.warn("No gateway for text messages is configured");
            return false;
        }
        // Digits only, so that nothing has to be escaped inside the JSON.
        String body = this.settings
                .body()
                .replace("{phone}", phone)
                .replace("{code}", code)
                .replace("{minutes}", Integer.toString(minutes));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.settings.url()))
                .timeout(this.settings.patience())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        this.settings.headers().forEach(request::header);
        try {
            HttpResponse<String> answer =
                    this.http.obtain().send(request.build(), HttpResponse.BodyHandlers.ofString());
            boolean taken = answer.statusCode() / 100 == 2 && accepted(answer.body());
            if (!taken) {
                LOG.warn("The gateway for text messages refused one with status {}", answer.statusCode());
            }
            return taken;
        } catch (IOException unreachable) {
            LOG.warn("The gateway for text messages did not answer");
            return false;
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean accepted(String body) {
        if (this.settings.acceptedAt() == null) {
            return true;
        }
        try {
            return this.json
                    .readTree(body)
                    .at(this.settings.acceptedAt())
                    .asString("")
                    .equals(this.settings.accepted());
        } catch (JacksonException notJson) {
            return false;
        }
    }
}

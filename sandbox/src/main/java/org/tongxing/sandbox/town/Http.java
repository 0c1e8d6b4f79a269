package org.tongxing.sandbox.town;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API as a browser uses it: cookies, the token against forged requests, JSON. */
final class Http {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String BOUNDARY = "----sample-town";

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(this.cookies).build();
    private final String origin;
    private final Map<String, String> headers;

    Http(int port, Map<String, String> headers) {
        this.origin = "http://127.0.0.1:" + port;
        this.headers = headers;
    }

    JsonNode get(String path) {
        return exchange(request(path).GET());
    }

    JsonNode post(String path, Map<String, ?> body) {
        return send("POST", path, body);
    }

    JsonNode put(String path, Map<String, ?> body) {
        return send("PUT", path, body);
    }

    void delete(String path) {
        exchange(request(path).DELETE());
    }

    JsonNode post(String path, Map<String, ?> body, String idempotencyKey) {
        return exchange(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    JsonNode upload(String path, String fileName, byte[] bytes, Map<String, String> fields) {
        StringBuilder head = new StringBuilder();
        new LinkedHashMap<>(fields)
                .forEach((name, value) -> head.append("--%s\r\n%s; name=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(BOUNDARY, "Content-Disposition: form-data", name, value)));
        head.append("--%s\r\n%s; name=\"file\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                .formatted(BOUNDARY, "Content-Disposition: form-data", fileName));
        return exchange(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.concat(
                        HttpRequest.BodyPublishers.ofString(head.toString(), StandardCharsets.UTF_8),
                        HttpRequest.BodyPublishers.ofByteArray(bytes),
                        HttpRequest.BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"))));
    }

    private JsonNode send(String method, String path, Map<String, ?> body) {
        return exchange(request(path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(this.origin + path)).timeout(PATIENCE);
        this.headers.forEach(request::header);
        this.cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .forEach(token -> request.header("X-XSRF-TOKEN", token));
        return request;
    }

    private JsonNode exchange(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try {
            HttpResponse<String> response = this.client.send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode body = response.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(response.body());
            if (response.statusCode() >= 400) {
                throw new Refused(
                        request, response.statusCode(), body.path("code").asString(""));
            }
            return body;
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ex);
        }
    }

    /** The server said no; carries no body, for a body may hold names. */
    static final class Refused extends RuntimeException {

        private final int status;

        Refused(HttpRequest request, int status, String code) {
            super(request.method() + " " + request.uri().getPath() + ": " + status + " " + code);
            this.status = status;
        }

        int status() {
            return this.status;
        }
    }
}

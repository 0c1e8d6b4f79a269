package org.tongxing.bench.stage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpDelete;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpPut;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.cookie.BasicCookieStore;
import org.apache.hc.client5.http.cookie.Cookie;
import org.apache.hc.client5.http.entity.mime.MultipartEntityBuilder;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One browser or phone on one connection that is kept; for one thread at a time. */
public final class Http implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final BasicCookieStore cookies = new BasicCookieStore();
    private final CloseableHttpClient client;
    private final Map<String, String> headers = new HashMap<>();
    private final String origin;

    public Http(int port) {
        this.client = HttpClients.custom().setDefaultCookieStore(this.cookies).build();
        this.origin = "http://127.0.0.1:" + port;
    }

    private Http(int port, Duration patience) {
        this.client = HttpClients.custom()
                .setDefaultCookieStore(this.cookies)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.of(patience))
                        .build())
                .disableAutomaticRetries()
                .build();
        this.origin = "http://127.0.0.1:" + port;
    }

    public Http header(String name, String value) {
        this.headers.put(name, value);
        return this;
    }

    /** The same cookies and headers on a connection of its own, to this or another instance. */
    public Http again(int port) {
        return copied(new Http(port));
    }

    /** The same, which waits so long for an answer and asks nothing a second time by itself. */
    public Http again(int port, Duration patience) {
        return copied(new Http(port, patience));
    }

    private Http copied(Http other) {
        this.cookies.getCookies().forEach(other.cookies::addCookie);
        other.headers.putAll(this.headers);
        return other;
    }

    public Answer get(String path) throws IOException {
        return exchange(new HttpGet(this.origin + path));
    }

    public Answer post(String path, Object body, String... headers) throws IOException {
        HttpPost request = new HttpPost(this.origin + path);
        for (int i = 0; i < headers.length; i += 2) {
            request.addHeader(headers[i], headers[i + 1]);
        }
        return exchange(with(request, body));
    }

    /** Sends a file as a form's {@code file}, with the other fields. */
    public Answer upload(String path, Path file, Map<String, String> fields) throws IOException {
        MultipartEntityBuilder form = MultipartEntityBuilder.create().addBinaryBody("file", file.toFile());
        fields.forEach(form::addTextBody);
        HttpPost request = new HttpPost(this.origin + path);
        request.setEntity(form.build());
        return exchange(request);
    }

    public Answer put(String path, Object body) throws IOException {
        return exchange(with(new HttpPut(this.origin + path), body));
    }

    /** Sends one file as {@code file} of a form. */
    public Answer upload(String path, String name, byte[] file) throws IOException {
        HttpPost request = new HttpPost(this.origin + path);
        request.setEntity(MultipartEntityBuilder.create()
                .addBinaryBody("file", file, ContentType.IMAGE_PNG, name)
                .build());
        return exchange(request);
    }

    public Answer delete(String path) throws IOException {
        return exchange(new HttpDelete(this.origin + path));
    }

    private static HttpUriRequestBase with(HttpUriRequestBase request, Object body) {
        request.setEntity(new StringEntity(
                JSON.writeValueAsString(body), ContentType.APPLICATION_JSON.withCharset(StandardCharsets.UTF_8)));
        return request;
    }

    private Answer exchange(HttpUriRequestBase request) throws IOException {
        this.headers.forEach(request::addHeader);
        for (Cookie cookie : this.cookies.getCookies()) {
            if (cookie.getName().equals("XSRF-TOKEN")) {
                request.addHeader("X-XSRF-TOKEN", cookie.getValue());
            }
        }
        return this.client.execute(
                request,
                response -> new Answer(
                        response.getCode(),
                        response.getEntity() == null ? new byte[0] : EntityUtils.toByteArray(response.getEntity())));
    }

    @Override
    public void close() throws IOException {
        this.client.close();
    }

    /** What came back. */
    public record Answer(int status, byte[] body) {

        public JsonNode json() {
            return JSON.readTree(this.body);
        }

        /** The same answer, unless it says no. */
        public Answer ok() {
            if (this.status >= 400) {
                throw new IllegalStateException(this.status + " " + new String(this.body, StandardCharsets.UTF_8));
            }
            return this;
        }
    }
}

package org.tongxing;

import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The console as a browser uses it: cookies, CSRF header, JSON. */
class ConsoleClient {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static final String PASSWORD = "Zhong-Xin-2026";

    /** Codes serve once and there is one per half minute, so who needs one stays signed in. */
    private static final Map<String, ConsoleClient> WITH_CODE = new ConcurrentHashMap<>();

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(this.cookies).build();
    private final String origin;
    private final String bearer;

    ConsoleClient(int port) {
        this(port, "");
    }

    ConsoleClient(int port, String bearer) {
        this.origin = "http://127.0.0.1:" + port;
        this.bearer = bearer;
    }

    /** Signs in with the initial password, replaces it and sets up the second factor, as everybody has to. */
    static ConsoleClient signedIn(int port, String username) throws Exception {
        return signedIn(port, username, "Tongxing-2026");
    }

    static ConsoleClient signedIn(int port, String username, String initial) throws Exception {
        ConsoleClient known = WITH_CODE.get(port + username);
        if (known != null && known.get("/api/admin/session").status() == 200) {
            return known;
        }
        ConsoleClient client = new ConsoleClient(port);
        Answer first = client.signIn(username, initial);
        if (first.status() == 401) {
            first = client.signIn(username, PASSWORD);
        }
        if (first.json().path("mustChangePassword").asBoolean()) {
            client.send("PUT", "/api/admin/session/password", Map.of("current", initial, "replacement", PASSWORD));
        }
        String owed = first.json().path("secondFactor").asString();
        if (!owed.equals("NONE")) {
            String secret = owed.equals("ENROL")
                    ? client.post("/api/admin/session/second-factor/enrolment", Map.of())
                            .json()
                            .path("secret")
                            .asString()
                    : "";
            String code = Authenticator.of(port, username, secret).next();
            client.post("/api/admin/session/second-factor", Map.of("code", code));
            WITH_CODE.put(port + username, client);
        }
        return client;
    }

    Answer signIn(String username, String password) throws Exception {
        get("/api/admin/session");
        return post("/api/admin/session", Map.of("username", username, "password", password));
    }

    /** The same browser in front of another instance. */
    ConsoleClient at(int port) {
        ConsoleClient other = new ConsoleClient(port, this.bearer);
        this.cookies
                .getCookieStore()
                .getCookies()
                .forEach(cookie -> other.cookies.getCookieStore().add(URI.create(other.origin), cookie));
        return other;
    }

    /** The value of a cookie. */
    String cookie(String name) {
        return this.cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow();
    }

    Answer get(String path) throws Exception {
        return exchange(request(path).GET());
    }

    Answer post(String path, Object body, String... headers) throws Exception {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return exchange(request);
    }

    Answer send(String method, String path, Object body) throws Exception {
        return exchange(request(path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    Answer delete(String path) throws Exception {
        return exchange(request(path).DELETE());
    }

    Answer upload(String path, String fileName, byte[] bytes, Map<String, String> fields) throws Exception {
        String boundary = "----童行".replaceAll("[^-]", "x");
        Path body = Files.createTempFile("upload", ".multipart");
        try (var out = Files.newOutputStream(body)) {
            for (Map.Entry<String, String> field : fields.entrySet()) {
                out.write(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field.getKey()
                                + "\"\r\n\r\n" + field.getValue() + "\r\n")
                        .getBytes(StandardCharsets.UTF_8));
            }
            out.write(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                            + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            out.write(bytes);
            out.write(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        }
        return exchange(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofFile(body)));
    }

    /** What a download brings; its status has to be 200. */
    byte[] download(String path) throws Exception {
        HttpResponse<byte[]> response =
                this.http.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new AssertionError(response.statusCode() + " for " + path);
        }
        return response.body();
    }

    /** What a deed brings as a file; its status has to be 200. */
    byte[] fetch(String path, Object body) throws Exception {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        HttpResponse<byte[]> response = this.http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new AssertionError(response.statusCode() + " for " + path);
        }
        return response.body();
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.origin + path));
        this.cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .forEach(token -> request.header("X-XSRF-TOKEN", token));
        if (!this.bearer.isEmpty()) {
            request.header("Authorization", "Bearer " + this.bearer);
        }
        return request;
    }

    private Answer exchange(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> response = this.http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        String body = response.body();
        return new Answer(response.statusCode(), body.isBlank() ? JSON.createObjectNode() : JSON.readTree(body));
    }

    /** A status and a body. */
    record Answer(int status, JsonNode json) {}
}

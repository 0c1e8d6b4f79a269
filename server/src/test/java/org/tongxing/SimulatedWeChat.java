package org.tongxing;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Directs the simulated WeChat over HTTP: what goes wrong, what time it is, who has consented to what. */
public final class SimulatedWeChat {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String origin;

    public SimulatedWeChat(String origin) {
        this.origin = origin;
    }

    /** The next calls of this path are answered with an error code. */
    public void refuse(String path, int errcode, int times) {
        send("POST", "/faults", Map.of("path", path, "errcode", errcode, "times", times));
    }

    /** The next calls of this path take so long. */
    public void delay(String path, long millis, int times) {
        send("POST", "/faults", Map.of("path", path, "delayMillis", millis, "times", times));
    }

    /** The next call of this path breaks off, before anything was done or after. */
    public void drop(String path, String when) {
        send("POST", "/faults", Map.of("path", path, "drop", when));
    }

    /** The next call of this path gets the answer of a broken gateway. */
    public void breakGateway(String path, int status) {
        send("POST", "/faults", Map.of("path", path, "status", status));
    }

    /** Forgets what was to go wrong, and how often anything was called. */
    public void behave() {
        send("DELETE", "/faults", null);
    }

    public void forward(long seconds) {
        send("POST", "/clock", Map.of("forwardSeconds", seconds));
    }

    public void staleToken() {
        send("POST", "/token", Map.of());
    }

    public void consent(String openid, String templateId, int times) {
        send("POST", "/consents", Map.of("openid", openid, "templateId", templateId, "times", times));
    }

    /** The person takes every consent back in WeChat's own settings, and WeChat pushes that; the server's status. */
    public int withdrawAndTell(String openid) {
        return send("DELETE", "/consents?pushed=true&openid=" + openid, null)
                .path("status")
                .asInt();
    }

    /** The person takes every consent back in WeChat's own settings, and we are not told. */
    public void withdraw(String openid) {
        send("DELETE", "/consents?openid=" + openid, null);
    }

    public JsonNode messages(String openid) {
        return send("GET", "/messages?openid=" + openid, null).path("messages");
    }

    public int calls(String path) {
        return send("GET", "/calls?path=" + URLEncoder.encode(path, StandardCharsets.UTF_8), null)
                .path("count")
                .asInt();
    }

    /** Whether verdicts about pictures come by themselves. */
    public void keepSilent(boolean silent) {
        send("POST", "/checks", Map.of("silent", silent));
    }

    /** Pushes a verdict; answers with which status it was taken. */
    public int push(String traceId, String suggest) {
        return send("POST", "/pushes", Map.of("traceId", traceId, "suggest", suggest))
                .path("status")
                .asInt();
    }

    private JsonNode send(String method, String path, Object body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.origin + "/simulator" + path))
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        try {
            HttpResponse<String> answer = this.http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError(answer.statusCode() + " for " + method + " " + path);
            }
            return JSON.readTree(answer.body());
        } catch (java.io.IOException ex) {
            throw new AssertionError(ex);
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new AssertionError(ex);
        }
    }
}

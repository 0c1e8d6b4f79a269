package org.tongxing.sandbox.sms;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A gateway for text messages that keeps the last one per number instead of sending it. */
public final class SmsGateway {

    /** The header and the value by which the gateway knows its customer; of the sandbox only. */
    public static final String KEY = "sandbox";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BROKEN = "14099999999";

    private final HttpServer server;
    private final Map<String, Sent> last = new ConcurrentHashMap<>();

    private SmsGateway(HttpServer server) {
        this.server = server;
    }

    /** Starts on a free port of the loopback interface. */
    public static SmsGateway start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            SmsGateway gateway = new SmsGateway(server);
            server.createContext("/messages", exchange -> {
                try (exchange) {
                    JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
                    boolean known = KEY.equals(exchange.getRequestHeaders().getFirst("X-Api-Key"));
                    byte[] answer = gateway.take(body, known).getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().set("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, answer.length);
                    exchange.getResponseBody().write(answer);
                }
            });
            server.start();
            return gateway;
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** Where messages are handed in. */
    public String url() {
        return "http://127.0.0.1:" + this.server.getAddress().getPort() + "/messages";
    }

    /** The last code that went to a number. */
    public @Nullable Sent lastTo(String phone) {
        return this.last.get(phone);
    }

    private String take(JsonNode body, boolean known) {
        String phone = body.path("phone").asString("");
        if (!known || phone.equals(BROKEN)) {
            return "{\"code\":\"REFUSED\"}";
        }
        this.last.put(phone, new Sent(body.path("code").asString(""), Instant.now()));
        return "{\"code\":\"OK\"}";
    }

    /** A code on its way. */
    public record Sent(String code, Instant at) {}
}

package org.tongxing.sandbox.wechat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks the HTTP API of WeChat's server side, errors included: 40001 stale token, 40029 invalid or used code. WxJava
 * talks to it as it talks to WeChat.
 */
public final class Simulator {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final People people;
    private final HttpServer server;
    private volatile String token = "";
    private int tokens;

    private Simulator(People people, HttpServer server) {
        this.people = people;
        this.server = server;
    }

    /** Starts on a free port of the loopback interface. */
    public static Simulator start(People people) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            Simulator simulator = new Simulator(people, server);
            server.setExecutor(Executors.newCachedThreadPool(work -> {
                Thread thread = new Thread(work, "wechat-simulator");
                thread.setDaemon(true);
                return thread;
            }));
            server.createContext("/cgi-bin/stable_token", exchange -> simulator.answer(exchange, simulator.token()));
            server.createContext(
                    "/sns/jscode2session", exchange -> simulator.answer(exchange, simulator.session(exchange)));
            server.createContext(
                    "/wxa/business/getuserphonenumber",
                    exchange -> simulator.answer(exchange, simulator.phone(exchange)));
            server.start();
            return simulator;
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** The address to use in place of WeChat's. */
    public String baseUrl() {
        return "http://127.0.0.1:" + this.server.getAddress().getPort();
    }

    /** Makes the token in use stale, as WeChat does when another holder refreshes it by force. */
    public void expireToken() {
        this.token = "";
    }

    private synchronized Map<String, Object> token() {
        this.token = "token-" + ++this.tokens + "-" + Integer.toHexString(System.identityHashCode(this));
        return Map.of("access_token", this.token, "expires_in", 7200);
    }

    private Map<String, Object> session(HttpExchange exchange) {
        String code = query(exchange).getOrDefault("js_code", "");
        Person person = this.people.useLoginCode(code);
        return person == null
                ? error(40029, "invalid code")
                : Map.of("openid", person.openid(), "session_key", "c2Vzc2lvbg==", "errcode", 0);
    }

    private Map<String, Object> phone(HttpExchange exchange) throws IOException {
        if (!this.token.equals(query(exchange).get("access_token"))) {
            return error(40001, "invalid credential, access_token is invalid or not latest");
        }
        JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
        Person person = this.people.usePhoneCode(body.path("code").asString());
        if (person == null) {
            return error(40029, "invalid code");
        }
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("phoneNumber", person.phone());
        info.put("purePhoneNumber", person.phone());
        info.put("countryCode", "86");
        return Map.of("errcode", 0, "errmsg", "ok", "phone_info", info);
    }

    private void answer(HttpExchange exchange, Map<String, Object> body) throws IOException {
        try (exchange) {
            byte[] bytes = JSON.writeValueAsBytes(body);
            exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static Map<String, Object> error(int code, String message) {
        return Map.of("errcode", code, "errmsg", message);
    }

    private static Map<String, String> query(HttpExchange exchange) {
        @Nullable String query = exchange.getRequestURI().getRawQuery();
        return query == null
                ? Map.of()
                : Stream.of(query.split("&"))
                        .map(pair -> pair.split("=", 2))
                        .collect(Collectors.toMap(
                                pair -> pair[0],
                                pair -> pair.length < 2
                                        ? ""
                                        : java.net.URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                                (first, second) -> second));
    }
}

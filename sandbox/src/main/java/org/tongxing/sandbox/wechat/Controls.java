package org.tongxing.sandbox.wechat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a test directs the simulated WeChat over HTTP, below {@code /simulator}: {@code faults} (POST one, DELETE all),
 * {@code clock}, {@code token}, {@code consents} (POST one, DELETE a person's, which is pushed if {@code pushed} says so),
 * {@code messages}, {@code calls}, {@code checks} (whether verdicts come by themselves) and {@code pushes}.
 */
final class Controls implements HttpHandler {

    private static final int NOT_FOUND = 404;

    private final People people;
    private final Faults faults;
    private final Tokens tokens;
    private final Messages messages;
    private final Checks checks;
    private final Push push;

    Controls(People people, Faults faults, Tokens tokens, Messages messages, Checks checks, Push push) {
        this.people = people;
        this.faults = faults;
        this.tokens = tokens;
        this.messages = messages;
        this.checks = checks;
        this.push = push;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Call call = Call.of(exchange);
            Answer answer = answer(exchange.getRequestMethod(), call);
            exchange.getResponseHeaders().set("Content-Type", answer.mediaType());
            exchange.sendResponseHeaders(answer.status(), answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
    }

    private Answer answer(String method, Call call) {
        String what = method + " " + call.path().substring("/simulator".length());
        Map<String, Object> told = new LinkedHashMap<>();
        switch (what) {
            case "POST /faults" -> this.faults.add(fault(call));
            case "DELETE /faults" -> this.faults.clear();
            case "POST /clock" ->
                this.people
                        .clock()
                        .forward(Duration.ofSeconds(
                                call.body().path("forwardSeconds").asLong(0)));
            case "POST /token" -> this.tokens.renew();
            case "POST /consents" -> {
                for (int i = 0; i < Math.max(1, call.body().path("times").asInt(1)); i++) {
                    this.messages.consent(call.text("openid"), call.text("templateId"));
                }
            }
            case "DELETE /consents" -> {
                Map<String, Object> push = this.messages.withdraw(call.parameter("openid"));
                if ("true".equals(call.parameter("pushed"))) {
                    told.put("status", this.push.deliver(push));
                }
            }
            case "GET /messages" -> told.put("messages", this.messages.of(call.parameter("openid")));
            case "GET /calls" -> told.put("count", this.faults.calls(call.parameter("path")));
            case "POST /checks" ->
                this.checks.keepSilent(call.body().path("silent").asBoolean(true));
            case "POST /pushes" ->
                told.put(
                        "status",
                        this.push.deliver(this.checks.verdict(call.text("traceId"), textOrNull(call, "suggest"))));
            default -> {
                return Answer.broken(NOT_FOUND);
            }
        }
        return Answer.ok(told);
    }

    private static Faults.Fault fault(Call call) {
        String drop = textOrNull(call, "drop");
        return new Faults.Fault(
                call.text("path"),
                numberOrNull(call, "errcode"),
                numberOrNull(call, "status"),
                call.body().path("delayMillis").asLong(0),
                drop == null ? null : Faults.Drop.valueOf(drop),
                call.body().path("times").asInt(1));
    }

    private static @Nullable String textOrNull(Call call, String field) {
        return call.body().has(field) ? call.text(field) : null;
    }

    private static @Nullable Integer numberOrNull(Call call, String field) {
        return call.body().has(field) ? call.body().path(field).asInt(0) : null;
    }
}

package org.tongxing.sandbox.wechat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One call of the simulated WeChat: what was asked for, with which parameters and which body. */
record Call(String path, Map<String, String> query, JsonNode body) {

    static Call of(HttpExchange exchange) throws IOException {
        byte[] bytes = exchange.getRequestBody().readAllBytes();
        return new Call(
                exchange.getRequestURI().getPath(),
                query(exchange),
                bytes.length == 0 ? Answer.JSON.createObjectNode() : Answer.JSON.readTree(bytes));
    }

    String parameter(String name) {
        return this.query.getOrDefault(name, "");
    }

    String text(String field) {
        return this.body.path(field).asString("");
    }

    private static Map<String, String> query(HttpExchange exchange) {
        @Nullable String query = exchange.getRequestURI().getRawQuery();
        return query == null
                ? Map.of()
                : Stream.of(query.split("&"))
                        .map(pair -> pair.split("=", 2))
                        .collect(Collectors.toMap(
                                pair -> pair[0],
                                pair -> pair.length < 2 ? "" : URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                                (first, second) -> second));
    }
}

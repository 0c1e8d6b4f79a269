package org.tongxing.sandbox.wechat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What the simulated WeChat answers to one call; nearly always 200, whatever it says. */
record Answer(int status, String mediaType, byte[] body) {

    static final JsonMapper JSON = JsonMapper.builder().build();

    static Answer json(Map<String, ?> body) {
        return new Answer(200, "application/json; charset=utf-8", JSON.writeValueAsBytes(body));
    }

    /** A success with these facts. */
    static Answer ok(Map<String, ?> facts) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("errcode", 0);
        body.put("errmsg", "ok");
        body.putAll(facts);
        return json(body);
    }

    static Answer error(int code, String message) {
        return json(Map.of("errcode", code, "errmsg", message));
    }

    static Answer picture(byte[] png) {
        return new Answer(200, "image/jpeg", png);
    }

    /** What a broken gateway in between answers. */
    static Answer broken(int status) {
        return new Answer(status, "text/html", "<html>Bad Gateway</html>".getBytes(StandardCharsets.UTF_8));
    }
}

package org.tongxing.sandbox.wechat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** 内容安全: texts are judged at once, pictures later by a push. Who writes must have been here within two hours. */
final class Checks {

    private static final Duration RECENT = Duration.ofHours(2);
    private static final int LONGEST_TEXT = 2500;
    private static final int NORMAL = 100;
    private static final int ILLEGAL = 20006;
    private static final int ADVERT = 10001;

    private final People people;
    private final Push push;
    private final Map<String, String> submitted = new ConcurrentHashMap<>();
    private volatile boolean answersItself = true;

    Checks(People people, Push push) {
        this.people = people;
        this.push = push;
    }

    Answer text(Call call) {
        Answer refused = refused(call);
        if (refused != null) {
            return refused;
        }
        String content = call.text("content");
        if (content.isEmpty() || content.length() > LONGEST_TEXT) {
            return Answer.error(44004, "empty content or content too long");
        }
        String suggest = suggest(content);
        return Answer.ok(Map.of(
                "trace_id",
                trace(),
                "result",
                result(suggest),
                "detail",
                List.of(Map.of(
                        "strategy", "content_model", "errcode", 0, "suggest", suggest, "label", label(suggest)))));
    }

    Answer media(Call call) {
        Answer refused = refused(call);
        if (refused != null) {
            return refused;
        }
        String url = call.text("media_url");
        if (!url.startsWith("http")) {
            return Answer.error(40097, "invalid args");
        }
        String trace = trace();
        this.submitted.put(trace, suggest(url));
        if (this.answersItself) {
            this.push.later(verdict(trace, suggest(url)));
        }
        return Answer.ok(Map.of("trace_id", trace));
    }

    /** Lets a test decide when a verdict comes, and which. */
    void keepSilent(boolean silent) {
        this.answersItself = !silent;
    }

    /** The event by which WeChat tells what it thinks of a picture. */
    Map<String, Object> verdict(String trace, @Nullable String suggest) {
        String verdict = suggest == null ? this.submitted.getOrDefault(trace, "pass") : suggest;
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("ToUserName", "gh_sandbox");
        event.put("FromUserName", "osandbox");
        event.put("CreateTime", this.people.clock().now().getEpochSecond());
        event.put("MsgType", "event");
        event.put("Event", "wxa_media_check");
        event.put("appid", "wx0000000000sandbox");
        event.put("trace_id", trace);
        event.put("version", 2);
        event.put("result", result(verdict));
        event.put("errcode", 0);
        event.put("errmsg", "ok");
        return event;
    }

    private @Nullable Answer refused(Call call) {
        if (call.body().path("version").asInt(0) != 2) {
            return Answer.error(47001, "data format error");
        }
        String openid = call.text("openid");
        if (!this.people.knows(openid)) {
            return Answer.error(40003, "invalid openid");
        }
        return this.people.visitedWithin(openid, RECENT)
                ? null
                : Answer.error(61010, "code is expired: the user has not been here within 2 hours");
    }

    private static Map<String, Object> result(String suggest) {
        return Map.of("suggest", suggest, "label", label(suggest));
    }

    private static int label(String suggest) {
        return switch (suggest) {
            case "risky" -> ILLEGAL;
            case "review" -> ADVERT;
            default -> NORMAL;
        };
    }

    private static String suggest(String content) {
        if (content.contains("赌博") || content.contains("risky")) {
            return "risky";
        }
        return content.contains("加微信") || content.contains("review") ? "review" : "pass";
    }

    private static String trace() {
        return UUID.randomUUID().toString();
    }
}

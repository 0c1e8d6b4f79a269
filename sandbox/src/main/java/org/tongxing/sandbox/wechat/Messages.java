package org.tongxing.sandbox.wechat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;

/** 订阅消息: one consent of a person is one message, and what does not fit a template is not sent. */
public final class Messages {

    private static final int BAD_FIELD = 47003;

    private final People people;
    private final Map<String, Integer> consents = new ConcurrentHashMap<>();
    private final List<Message> sent = new CopyOnWriteArrayList<>();

    Messages(People people) {
        this.people = people;
    }

    /** What {@code wx.requestSubscribeMessage} does when the person agrees. */
    public void consent(String openid, String templateId) {
        this.consents.merge(openid + ":" + templateId, 1, Integer::sum);
    }

    /** Consents that no message has used yet. */
    public int left(String openid, String templateId) {
        return this.consents.getOrDefault(openid + ":" + templateId, 0);
    }

    /**
     * The person withdraws every consent in the settings of WeChat.
     *
     * @return the push that says so
     */
    Map<String, Object> withdraw(String openid) {
        List<Map<String, String>> changes = this.consents.keySet().stream()
                .filter(key -> key.startsWith(openid + ":"))
                .map(key -> Map.of("TemplateId", key.substring(openid.length() + 1), "SubscribeStatusString", "reject"))
                .toList();
        this.consents.keySet().removeIf(key -> key.startsWith(openid + ":"));
        return Map.of(
                "ToUserName", "gh_sandbox",
                "FromUserName", openid,
                "MsgType", "event",
                "Event", "subscribe_msg_change_event",
                "List", changes.size() == 1 ? changes.get(0) : changes);
    }

    /** What arrived on a person's phone, the oldest first. */
    public List<Message> of(String openid) {
        return this.sent.stream()
                .filter(message -> message.openid().equals(openid))
                .toList();
    }

    /** Everything that was delivered to anybody. */
    public List<Message> all() {
        return List.copyOf(this.sent);
    }

    Answer send(Call call) {
        String openid = call.text("touser");
        String template = call.text("template_id");
        if (!this.people.knows(openid)) {
            return Answer.error(40003, "invalid openid");
        }
        if (!Templates.knows(template)) {
            return Answer.error(40037, "invalid template_id");
        }
        Map<String, String> values = new TreeMap<>();
        for (Map.Entry<String, JsonNode> field : call.body().path("data").properties()) {
            values.put(field.getKey(), field.getValue().path("value").asString(""));
        }
        String bad = Templates.badField(template, values);
        if (!bad.isEmpty()) {
            return Answer.error(BAD_FIELD, "argument invalid! data." + bad + ".value invalid");
        }
        Integer before = this.consents.computeIfPresent(openid + ":" + template, (key, left) -> left - 1);
        this.consents.values().removeIf(left -> left <= 0);
        if (before == null) {
            return Answer.error(43101, "user refuse to accept the msg");
        }
        this.sent.add(new Message(
                openid, template, values, call.text("page"), this.people.clock().now()));
        return Answer.ok(Map.of("msgid", this.sent.size()));
    }

    /** A message as it stands in the list of chats. */
    public record Message(String openid, String templateId, Map<String, String> fields, String page, Instant at) {}
}

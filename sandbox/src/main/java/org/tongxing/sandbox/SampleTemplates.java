package org.tongxing.sandbox;

import java.util.Map;
import org.tongxing.sandbox.wechat.Templates;

/** The subscribe-message templates of the simulated mini-program, as an operator would enter real ones. */
final class SampleTemplates {

    private SampleTemplates() {}

    static void put(Map<String, Object> properties) {
        put(properties, "due", Templates.DUE, Map.of("what", "thing1", "until", "date2", "hint", "thing3"));
        put(properties, "decision", Templates.DECISION, Map.of("result", "phrase1", "what", "thing2", "at", "time3"));
        put(properties, "wish", Templates.WISH, Map.of("what", "thing1", "until", "date2", "hint", "thing3"));
    }

    private static void put(Map<String, Object> properties, String topic, String id, Map<String, String> fields) {
        String key = "tongxing.notification.templates." + topic + ".";
        properties.put(key + "id", id);
        fields.forEach((part, field) -> properties.put(key + "fields." + part, field));
    }
}

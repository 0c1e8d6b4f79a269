package org.tongxing.notification;

import java.time.LocalTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.tongxing.contract.SubscriptionEndpoint.SubscribeTopic;

/**
 * How messages go out.
 *
 * @param templates the templates chosen on WeChat's page, by what they are for; a topic without one sends nothing
 * @param quietFrom from when on nothing is sent, as 21:00
 * @param quietUntil until when
 * @param page opened by a tap on a message
 */
@ConfigurationProperties("tongxing.notification")
record NotificationSettings(
        @DefaultValue Map<SubscribeTopic, Template> templates,
        @DefaultValue("21:00") String quietFrom,
        @DefaultValue("08:00") String quietUntil,
        @DefaultValue("features/home/HomePage") String page) {

    QuietHours quietHours() {
        return new QuietHours(LocalTime.parse(this.quietFrom), LocalTime.parse(this.quietUntil));
    }

    @Nullable
    Template template(SubscribeTopic topic) {
        return this.templates.get(topic);
    }

    /**
     * A template as WeChat knows it.
     *
     * @param fields the names WeChat gave its fields, by the part of our message that goes there: what → thing1
     */
    record Template(String id, Map<String, String> fields) {}
}

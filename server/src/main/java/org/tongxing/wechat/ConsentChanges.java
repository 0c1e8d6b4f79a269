package org.tongxing.wechat;

import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Hears from WeChat when people change their consents to messages in WeChat's own settings. */
@Component
@RequiredArgsConstructor
class ConsentChanges {

    private static final int LONGEST_ID = 64;

    private final ApplicationEventPublisher events;

    /** Takes a {@code subscribe_msg_change_event}; its {@code List} is an array, or one object when there is but one. */
    @Transactional
    public void told(JsonNode event) {
        String openid = event.path("FromUserName").asString("");
        JsonNode told = event.path("List");
        List<String> refused = new ArrayList<>();
        for (JsonNode change : told.isArray() ? told : List.of(told)) {
            String template = change.path("TemplateId").asString("");
            if ("reject".equals(change.path("SubscribeStatusString").asString("")) && fits(template)) {
                refused.add(template);
            }
        }
        if (fits(openid) && !refused.isEmpty()) {
            this.events.publishEvent(new ConsentWithdrawn(openid, refused));
        }
    }

    private static boolean fits(String id) {
        return !id.isEmpty() && id.length() <= LONGEST_ID;
    }
}

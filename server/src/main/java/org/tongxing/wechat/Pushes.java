package org.tongxing.wechat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.stream.Stream;
import me.chanjar.weixin.common.error.WxRuntimeException;
import me.chanjar.weixin.common.util.crypto.SHA1;
import me.chanjar.weixin.common.util.crypto.WxCryptUtil;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 消息推送: what WeChat tells us by itself. Unsigned and forged pushes are not taken, repeated ones change nothing. */
@Service
public class Pushes {

    private static final String MEDIA_CHECK = "wxa_media_check";
    private static final String CONSENT_CHANGED = "subscribe_msg_change_event";

    private final WeChatSettings settings;
    private final MediaChecks media;
    private final ConsentChanges consents;
    private final JsonMapper json;

    Pushes(WeChatSettings settings, MediaChecks media, ConsentChanges consents, JsonMapper json) {
        this.settings = settings;
        this.media = media;
        this.consents = consents;
        this.json = json;
    }

    /** Whether this comes from WeChat: how it asks when the address is entered on its page, and in the plain mode. */
    public boolean signed(String signature, String timestamp, String nonce) {
        return this.settings.pushToken() != null && matches(signature, this.settings.pushToken(), timestamp, nonce);
    }

    /** Takes a push; false when it is not WeChat's. In the safe mode only encrypted ones are. */
    public boolean take(Envelope envelope, String body) {
        Optional<String> text = this.settings.pushAesKey() == null
                ? Optional.of(body).filter(any -> signed(envelope.signature(), envelope.timestamp(), envelope.nonce()))
                : decrypted(envelope, body);
        text.ifPresent(this::handle);
        return text.isPresent();
    }

    private Optional<String> decrypted(Envelope envelope, String body) {
        if (this.settings.pushToken() == null) {
            return Optional.empty();
        }
        String sealed = read(body).path("Encrypt").asString("");
        if (!matches(
                envelope.msgSignature(), this.settings.pushToken(), envelope.timestamp(), envelope.nonce(), sealed)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new WxCryptUtil(this.settings.pushToken(), this.settings.pushAesKey(), this.settings.appId())
                            .decrypt(sealed));
        } catch (WxRuntimeException damaged) {
            return Optional.empty();
        }
    }

    private void handle(String text) {
        JsonNode event = read(text);
        switch (event.path("Event").asString("")) {
            case MEDIA_CHECK -> checked(event);
            case CONSENT_CHANGED -> this.consents.told(event);
            default -> {
                // WeChat pushes much that is of no use here.
            }
        }
    }

    private void checked(JsonNode event) {
        String trace = event.path("trace_id").asString("");
        if (!trace.isEmpty() && trace.length() <= 64) {
            boolean judged = event.path("errcode").asInt(0) == 0;
            String suggest = event.path("result").path("suggest").asString("");
            this.media.decided(trace, judged ? Verdict.of(suggest) : Verdict.REVIEW);
        }
    }

    private JsonNode read(String text) {
        try {
            return this.json.readTree(text);
        } catch (JacksonException notJson) {
            return this.json.createObjectNode();
        }
    }

    /** Whether this is WeChat's signature of these parts; parts that are missing are never signed. */
    private static boolean matches(@Nullable String given, String... parts) {
        return given != null
                && Stream.of(parts).noneMatch(String::isEmpty)
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8), SHA1.gen(parts).getBytes(StandardCharsets.UTF_8));
    }

    /** What stands in the address of a push. */
    public record Envelope(String signature, @Nullable String msgSignature, String timestamp, String nonce) {}
}

package org.tongxing.wechat;

import cn.binarywang.wx.miniapp.bean.WxMaSubscribeMessage;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Sends subscribe messages, and says of each what became of it. Never to be called inside a transaction. */
@Service
@RequiredArgsConstructor
public class SubscribeMessages {

    private static final int NO_CONSENT = 43101;
    private static final int BUSY = -1;
    private static final int TOO_OFTEN = 45011;
    private static final int QUOTA = 45009;
    private static final int STALE_TOKEN = 40001;

    private final WeChatLine line;
    private final WeChatSettings settings;

    /**
     * Sends one message. The outcome tells whether it may be tried again: only when it is certain that nobody got it.
     *
     * @param fields the values by the names WeChat gave the fields of the template: thing1
     * @param page opened by a tap on the message
     */
    public Sent send(String openid, String templateId, Map<String, String> fields, String page) {
        WxMaSubscribeMessage message = WxMaSubscribeMessage.builder()
                .toUser(openid)
                .templateId(templateId)
                .page(page)
                .miniprogramState(state())
                .build();
        fields.forEach((name, value) -> message.addData(new WxMaSubscribeMessage.MsgData(name, value)));
        try {
            // Apart from the message: when there is no token, nothing can have left.
            this.line.ask(wechat -> wechat.getAccessToken());
        } catch (WeChatRefused | WeChatSilent noToken) {
            return new Sent(Outcome.NOT_SENT, null);
        }
        try {
            this.line.ask(wechat -> {
                wechat.getSubscribeService().sendSubscribeMsg(message);
                return Boolean.TRUE;
            });
            return new Sent(Outcome.SENT, null);
        } catch (WeChatRefused refused) {
            return new Sent(
                    switch (refused.getCode()) {
                        case NO_CONSENT -> Outcome.NO_CONSENT;
                        case BUSY, TOO_OFTEN, QUOTA, STALE_TOKEN -> Outcome.NOT_SENT;
                        default -> Outcome.REFUSED;
                    },
                    refused.getCode());
        } catch (WeChatSilent silent) {
            return new Sent(silent.isNeverLeft() ? Outcome.NOT_SENT : Outcome.UNKNOWN, null);
        }
    }

    private String state() {
        return switch (this.settings.version()) {
            case "develop" -> "developer";
            case "trial" -> "trial";
            default -> "formal";
        };
    }

    /**
     * What became of a message.
     *
     * @param code WeChat's error code, if it gave one
     */
    public record Sent(Outcome outcome, @Nullable Integer code) {}

    /** Whether anybody got it. */
    public enum Outcome {
        SENT,
        /** The person has not agreed, or has taken it back. */
        NO_CONSENT,
        /** WeChat does not want this message, today or tomorrow. */
        REFUSED,
        /** Certainly nobody got it, and it may be tried again. */
        NOT_SENT,
        /** Nobody knows; it must not be tried again. */
        UNKNOWN
    }
}

package org.tongxing.wechat;

import cn.binarywang.wx.miniapp.bean.security.WxMaMsgSecCheckCheckRequest;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;

/**
 * 内容安全: asks WeChat about texts that strangers will read, such as wishes and thank-you notes; never about case notes,
 * for that would be telling them. Never to be called inside a transaction.
 */
@Service
@RequiredArgsConstructor
public class TextChecks {

    private static final String VERSION = "2";
    private static final int LONGEST = 2500;

    private final WeChatLine line;

    /** What WeChat thinks of a text by this person; {@link Verdict#REVIEW} when it does not say, or the person was not here for two hours. */
    public Verdict check(String openid, Scene scene, String text) {
        Verdict worst = Verdict.PASS;
        for (int from = 0; from < text.length() && worst != Verdict.RISKY; from += LONGEST) {
            String part = text.substring(from, Math.min(text.length(), from + LONGEST));
            Verdict verdict = part(openid, scene, part);
            worst = verdict.compareTo(worst) > 0 ? verdict : worst;
        }
        return worst;
    }

    private Verdict part(String openid, Scene scene, String part) {
        WxMaMsgSecCheckCheckRequest request = WxMaMsgSecCheckCheckRequest.builder()
                .version(VERSION)
                .scene(scene.number())
                .openid(openid)
                .content(part)
                .build();
        try {
            return Verdict.of(this.line.ask(wechat -> wechat.getSecurityService()
                    .checkMessage(request)
                    .getResult()
                    .getSuggest()));
        } catch (WeChatRefused | WeChatSilent unclear) {
            return Verdict.REVIEW;
        }
    }

    /** Where the text will stand. */
    public enum Scene {
        PROFILE,
        COMMENT,
        FORUM,
        SOCIAL_LOG;

        int number() {
            return ordinal() + 1;
        }
    }
}

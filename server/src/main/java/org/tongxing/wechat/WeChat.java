package org.tongxing.wechat;

import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.tongxing.contract.ProblemCode;
import org.tongxing.problem.Refusal;

/** Trades WeChat's single-use codes, and draws the pictures of invitations. Never to be called inside a transaction. */
@Service
@RequiredArgsConstructor
public class WeChat {

    private static final int CODE_INVALID = 40029;
    private static final int CODE_USED = 40163;
    private static final int CODE_BLOCKED = 40226;
    private static final int TOO_OFTEN = 45011;
    private static final int PICTURE_WIDTH = 430;

    private final WeChatLine line;
    private final WeChatSettings settings;

    /** The openid behind a {@code wx.login} code; the session key stays here and is forgotten. */
    public String openid(String loginCode) {
        String code = sound(loginCode);
        return ask(wechat -> wechat.jsCode2SessionInfo(code).getOpenid());
    }

    /** The phone number, without country code, behind a {@code getPhoneNumber} code. */
    public String phoneNumber(String phoneCode) {
        String code = sound(phoneCode);
        return ask(wechat -> wechat.getUserService().getPhoneNumber(code).getPurePhoneNumber());
    }

    /**
     * 小程序码: a picture that opens the page of invitations with this scene.
     *
     * @param scene 1 to 32 letters and digits
     */
    public byte[] picture(String scene) {
        return ask(wechat -> wechat.getQrcodeService()
                .createWxaCodeUnlimitBytes(
                        scene,
                        this.settings.invitationPage(),
                        false,
                        this.settings.version(),
                        PICTURE_WIDTH,
                        false,
                        null,
                        false));
    }

    /** A code goes into WeChat's address as it is, so nothing else may. */
    private static String sound(String code) {
        if (!code.matches("[A-Za-z0-9._:-]+")) {
            throw new Refusal(ProblemCode.WECHAT_CODE_INVALID);
        }
        return code;
    }

    private <T> T ask(WeChatLine.Question<T> question) {
        try {
            return this.line.ask(question);
        } catch (WeChatRefused refused) {
            throw new Refusal(
                    switch (refused.getCode()) {
                        case CODE_INVALID, CODE_USED, CODE_BLOCKED -> ProblemCode.WECHAT_CODE_INVALID;
                        case TOO_OFTEN -> ProblemCode.TOO_OFTEN;
                        default -> ProblemCode.WECHAT_UNREACHABLE;
                    });
        } catch (WeChatSilent silent) {
            throw new Refusal(ProblemCode.WECHAT_UNREACHABLE);
        }
    }
}

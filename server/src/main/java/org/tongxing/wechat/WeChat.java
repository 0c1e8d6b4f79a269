package org.tongxing.wechat;

import cn.binarywang.wx.miniapp.api.WxMaService;
import cn.binarywang.wx.miniapp.api.impl.WxMaServiceImpl;
import cn.binarywang.wx.miniapp.config.impl.WxMaRedisBetterConfigImpl;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.redis.RedisTemplateWxRedisOps;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Service;
import org.tongxing.contract.ProblemCode;
import org.tongxing.problem.Refusal;

/** Trades WeChat's single-use codes. The access token is shared between instances through Redis. */
@Service
public class WeChat {

    private static final Logger LOG = LoggerFactory.getLogger(WeChat.class);
    private static final int CODE_INVALID = 40029;
    private static final int CODE_BLOCKED = 40226;
    private static final int TOO_OFTEN = 45011;

    private final WxMaService wechat;

    WeChat(WeChatSettings settings, StringRedisTemplate redis) {
        WxMaRedisBetterConfigImpl config = new WxMaRedisBetterConfigImpl(new RedisTemplateWxRedisOps(redis), "wx");
        config.setAppid(settings.appId());
        config.setSecret(settings.secret());
        config.useStableAccessToken(true);
        config.setMsgDataFormat("JSON");
        if (settings.baseUrl() != null) {
            config.setApiHostUrl(settings.baseUrl());
        }
        this.wechat = new WxMaServiceImpl();
        this.wechat.setWxMaConfig(config);
        this.wechat.setMaxRetryTimes(2);
        this.wechat.setRetrySleepMillis(300);
    }

    /** The openid behind a {@code wx.login} code; the session key stays here and is forgotten. */
    public String openid(String loginCode) {
        try {
            return this.wechat.jsCode2SessionInfo(loginCode).getOpenid();
        } catch (WxErrorException ex) {
            throw refusal(ex);
        }
    }

    /** The phone number, without country code, behind a {@code getPhoneNumber} code. */
    public String phoneNumber(String phoneCode) {
        try {
            return this.wechat.getUserService().getPhoneNumber(phoneCode).getPurePhoneNumber();
        } catch (WxErrorException ex) {
            throw refusal(ex);
        }
    }

    private static Refusal refusal(WxErrorException ex) {
        int code = ex.getError() == null ? -1 : ex.getError().getErrorCode();
        LOG.info("WeChat answered {}", code);
        return new Refusal(
                switch (code) {
                    case CODE_INVALID, CODE_BLOCKED -> ProblemCode.WECHAT_CODE_INVALID;
                    case TOO_OFTEN -> ProblemCode.TOO_OFTEN;
                    default -> ProblemCode.WECHAT_UNREACHABLE;
                });
    }
}

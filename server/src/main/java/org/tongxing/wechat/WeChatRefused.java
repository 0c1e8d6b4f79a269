package org.tongxing.wechat;

import lombok.Getter;

/** WeChat answered, and said no. */
@Getter
class WeChatRefused extends RuntimeException {

    private final int code;

    WeChatRefused(int code) {
        super("WeChat answered " + code);
        this.code = code;
    }
}

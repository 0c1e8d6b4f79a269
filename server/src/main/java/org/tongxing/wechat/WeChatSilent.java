package org.tongxing.wechat;

import lombok.Getter;

/** No answer came: too slow, broken off, or not even asked because WeChat has not answered for a while. */
@Getter
class WeChatSilent extends RuntimeException {

    /** Whether it is certain that the request never reached WeChat. */
    private final boolean neverLeft;

    WeChatSilent(boolean neverLeft) {
        super(neverLeft ? "WeChat was not reached" : "WeChat did not answer");
        this.neverLeft = neverLeft;
    }
}

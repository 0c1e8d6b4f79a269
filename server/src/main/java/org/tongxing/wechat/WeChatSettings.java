package org.tongxing.wechat;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The mini-program as WeChat knows it.
 *
 * @param baseUrl where WeChat's API is; absent in production, the simulator's address in the sandbox
 */
@ConfigurationProperties("tongxing.wechat")
record WeChatSettings(String appId, String secret, @Nullable String baseUrl) {}

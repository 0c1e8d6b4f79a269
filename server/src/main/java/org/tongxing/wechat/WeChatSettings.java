package org.tongxing.wechat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mini-program as WeChat knows it.
 *
 * @param baseUrl where WeChat's API is; absent in production, the simulator's address in the sandbox
 * @param pushToken the token of the message push; without it no push is taken
 * @param pushAesKey the EncodingAESKey of the message push; with it only encrypted pushes are taken
 * @param invitationPage the page a picture of an invitation opens
 * @param version of the mini-program that a picture opens: release, trial, develop
 * @param connect how long to wait for a connection
 * @param answer how long to wait for the next byte of an answer
 * @param deadline how long anybody here waits for a call with all its repetitions
 * @param lines how many calls may be under way at once
 * @param patience after how many calls in a row without an answer nobody tries for a while
 * @param rest how long that is
 */
@ConfigurationProperties("tongxing.wechat")
record WeChatSettings(
        String appId,
        String secret,
        @Nullable String baseUrl,
        @Nullable String pushToken,
        @Nullable String pushAesKey,
        @DefaultValue("features/membership/TiePage") String invitationPage,
        @DefaultValue("release") String version,
        @DefaultValue("2s") Duration connect,
        @DefaultValue("5s") Duration answer,
        @DefaultValue("9s") Duration deadline,
        @DefaultValue("16") int lines,
        @DefaultValue("5") int patience,
        @DefaultValue("20s") Duration rest) {}

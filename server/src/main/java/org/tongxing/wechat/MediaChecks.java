package org.tongxing.wechat;

import cn.binarywang.wx.miniapp.bean.security.WxMaMediaSecCheckCheckRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.concurrent.TimeUnit;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 内容安全: asks WeChat about pictures that strangers will see, through a short-lived link; never about photos of a visit.
 * The verdict comes later as a push; one that has not come after half an hour is left to a person. Every verdict is told
 * once, as {@link MediaChecked}, however often WeChat repeats it.
 */
@Service
@RequiredArgsConstructor
public class MediaChecks {

    private static final int VERSION = 2;
    private static final int PICTURE = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final WeChatLine line;
    private final MediaCheckMapper mapper;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /**
     * Hands in a picture; {@link MediaChecked} says what came of it, at once with {@link Verdict#REVIEW} when WeChat does
     * not take it.
     *
     * @param subject what the picture belongs to, {@code kind:id}, 64 characters at most
     */
    public void submit(String openid, TextChecks.Scene scene, String url, String subject) {
        String trace = trace(openid, scene, url);
        this.transaction.executeWithoutResult(status -> {
            if (trace == null) {
                this.events.publishEvent(new MediaChecked(subject, Verdict.REVIEW));
                return;
            }
            // The push may have been faster than this line; then the verdict stands there already.
            this.mapper.submitted(trace, subject, now());
            MediaCheckMapper.Row row = this.mapper.lock(trace);
            if (row != null && row.verdict() != null) {
                this.events.publishEvent(new MediaChecked(subject, Verdict.valueOf(row.verdict())));
            }
        });
    }

    /** Takes a verdict; the first one counts. */
    void decided(String trace, Verdict verdict) {
        this.transaction.executeWithoutResult(status -> {
            this.mapper.arrived(trace, now());
            MediaCheckMapper.Row row = this.mapper.lock(trace);
            if (row == null || row.verdict() != null) {
                return;
            }
            this.mapper.decide(trace, verdict.name(), now());
            if (row.subject() != null) {
                this.events.publishEvent(new MediaChecked(row.subject(), verdict));
            }
        });
    }

    /** Leaves to a person what WeChat has said nothing about. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void giveUp() {
        this.mapper.waitingSince(now().minus(PATIENCE)).forEach(trace -> decided(trace, Verdict.REVIEW));
    }

    private @Nullable String trace(String openid, TextChecks.Scene scene, String url) {
        WxMaMediaSecCheckCheckRequest request = WxMaMediaSecCheckCheckRequest.builder()
                .version(VERSION)
                .scene(scene.number())
                .openid(openid)
                .mediaType(PICTURE)
                .mediaUrl(url)
                .build();
        try {
            return this.line.ask(wechat ->
                    wechat.getSecurityService().mediaCheckAsync(request).getTraceId());
        } catch (WeChatRefused | WeChatSilent unclear) {
            return null;
        }
    }

    private LocalDateTime now() {
        return LocalDateTime.now(this.clock);
    }
}

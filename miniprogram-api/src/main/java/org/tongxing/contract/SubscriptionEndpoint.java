package org.tongxing.contract;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.util.List;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** 订阅消息: what the signed-in person lets us send, and when. One consent is one message. */
@HttpExchange(url = "/api/phone/subscriptions", accept = "application/json")
public interface SubscriptionEndpoint {

    /** The templates worth asking this person for, and how many messages of each are left. */
    @GetExchange
    SubscriptionsView mine();

    /** Records what {@code wx.requestSubscribeMessage} answered; the same key again counts nothing twice. */
    @PostExchange("/answers")
    SubscriptionsView answered(
            @RequestHeader("Idempotency-Key") @Pattern(regexp = VisitEndpoint.KEY) String key,
            @Valid @RequestBody SubscribeAnswersRequest request);

    /** The day of the weekly message, and whether to send any at all. */
    @PutExchange("/choice")
    SubscriptionsView choose(@Valid @RequestBody ReminderChoiceRequest request);

    /** What was answered, template by template; WeChat asks for at most five at a time. */
    record SubscribeAnswersRequest(@NotEmpty @Size(max = 5) List<@NotNull @Valid SubscribeAnswer> answers) {}

    /** The answer for one template, in WeChat's words. */
    record SubscribeAnswer(
            @NotBlank @Size(max = 64) String templateId,
            @NotNull SubscribeResult result) {}

    /** When the weekly message comes; muted people get none, whatever they consented to. */
    record ReminderChoiceRequest(@NotNull DayOfWeek weeklyOn, boolean muted) {}

    /**
     * @param templates in the order in which to ask, three at most; empty where the person has no WeChat here
     * @param weeklyOn the day of the weekly message
     */
    record SubscriptionsView(List<SubscriptionView> templates, DayOfWeek weeklyOn, boolean muted) {}

    /** One template: what it is for, and how many messages may still be sent. */
    record SubscriptionView(String templateId, SubscribeTopic topic, int left) {}

    /** What a message is about. */
    @Growing
    enum SubscribeTopic {
        /** Something is due: the weekly message, and when the township asks. */
        DUE,
        /** Somebody has decided about a tie. */
        DECISION,
        /** A micro-wish was claimed, or the promised day is near. */
        WISH
    }

    /** What {@code wx.requestSubscribeMessage} says of a template. */
    enum SubscribeResult {
        ACCEPT,
        REJECT,
        BAN,
        FILTER
    }
}

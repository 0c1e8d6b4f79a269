package org.tongxing.notification;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxing.contract.SubscriptionEndpoint.SubscribeAnswer;
import org.tongxing.contract.SubscriptionEndpoint.SubscribeResult;
import org.tongxing.contract.SubscriptionEndpoint.SubscribeTopic;
import org.tongxing.contract.SubscriptionEndpoint.SubscriptionView;
import org.tongxing.contract.SubscriptionEndpoint.SubscriptionsView;
import org.tongxing.membership.PhoneAccounts;

/** What people let us send, counted by ourselves since WeChat does not tell, and when they want to hear of us. */
@Service
@Transactional
@RequiredArgsConstructor
public class Subscriptions {

    static final DayOfWeek USUAL_DAY = DayOfWeek.MONDAY;

    private final SubscriptionMapper mapper;
    private final PhoneAccounts accounts;
    private final NotificationSettings settings;
    private final Clock clock;

    /** The templates in the order of use, with what is left of each. */
    @Transactional(readOnly = true)
    public SubscriptionsView of(long account) {
        Map<String, Integer> credits = this.mapper.credits(account).stream()
                .collect(Collectors.toMap(SubscriptionMapper.Credit::templateId, SubscriptionMapper.Credit::credits));
        List<SubscriptionView> templates = this.accounts.openid(account) == null
                ? List.of()
                : Stream.of(SubscribeTopic.values())
                        .filter(topic -> this.settings.template(topic) != null)
                        .map(topic -> view(topic, credits))
                        .toList();
        SubscriptionMapper.Choice choice = this.mapper.choice(account);
        return choice == null
                ? new SubscriptionsView(templates, USUAL_DAY, false)
                : new SubscriptionsView(templates, DayOfWeek.valueOf(choice.weeklyOn()), choice.muted());
    }

    /** Counts what was agreed to, once per key. A template we do not send by is passed over: old clients ask for old ones. */
    public void answered(long account, String key, List<SubscribeAnswer> answers) {
        List<String> ours = this.settings.templates().values().stream()
                .map(NotificationSettings.Template::id)
                .toList();
        for (SubscribeAnswer answer : answers) {
            boolean first = ours.contains(answer.templateId())
                    && this.mapper.answer(
                                    account,
                                    key,
                                    answer.templateId(),
                                    answer.result().name(),
                                    now())
                            == 1;
            if (first && answer.result() == SubscribeResult.ACCEPT) {
                this.mapper.credit(account, answer.templateId(), now());
            } else if (first && answer.result() == SubscribeResult.BAN) {
                this.mapper.spend(account, answer.templateId(), now());
            }
        }
    }

    public void choose(long account, DayOfWeek weeklyOn, boolean muted) {
        this.mapper.choose(account, weeklyOn.name(), muted, now());
    }

    /** Makes a parent's day the day of the weekly message, or lets calls be no reason for one. */
    void remindOfContact(long account, @Nullable DayOfWeek day) {
        this.mapper.remindOfContact(account, (day == null ? USUAL_DAY : day).name(), day == null, now());
    }

    @Transactional(readOnly = true)
    boolean wantsNoContactReminder(long account) {
        SubscriptionMapper.Choice choice = this.mapper.choice(account);
        return choice != null && choice.contactOff();
    }

    @Transactional(readOnly = true)
    boolean isMuted(long account) {
        SubscriptionMapper.Choice choice = this.mapper.choice(account);
        return choice != null && choice.muted();
    }

    /** Takes one message off the count; false when none is left. */
    boolean take(long account, String template) {
        return this.mapper.take(account, template, now()) == 1;
    }

    /** Puts one back that was certainly not used. */
    void giveBack(long account, String template) {
        this.mapper.credit(account, template, now());
    }

    /** WeChat knows better: the person has taken it back. */
    void spend(long account, String template) {
        this.mapper.spend(account, template, now());
    }

    void forget(long account) {
        this.mapper.forget(account);
    }

    private SubscriptionView view(SubscribeTopic topic, Map<String, Integer> credits) {
        String id =
                java.util.Objects.requireNonNull(this.settings.template(topic)).id();
        return new SubscriptionView(id, topic, credits.getOrDefault(id, 0));
    }

    private LocalDateTime now() {
        return LocalDateTime.now(this.clock);
    }
}

package org.tongxing.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongxing.membership.PhoneAccounts;
import org.tongxing.wechat.SubscribeMessages;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends what is due. A message is claimed in a transaction, sent outside any, and its end written down in another: several
 * instances never send it twice, and one that dies in between leaves a message of which nobody knows whether it arrived.
 * That is said so and never repeated.
 */
@Component
@RequiredArgsConstructor
class Dispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    static final String MUTED = "MUTED";
    private static final int AT_ONCE = 50;

    /** Quiet hours and pauses end sooner. */
    private static final Duration PUT_OFF = Duration.ofDays(1);

    private static final Duration HALF_SENT = Duration.ofMinutes(2);

    /** How long to wait after each attempt of which it is certain that nobody got anything. */
    private static final List<Duration> PAUSES =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(20), Duration.ofHours(1));

    private final NotificationMapper mapper;
    private final Teller teller;
    private final Subscriptions subscriptions;
    private final PhoneAccounts accounts;
    private final SubscribeMessages messages;
    private final NotificationSettings settings;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final JsonMapper json;
    private final Clock clock;

    @Scheduled(fixedDelayString = "${tongxing.notification.every:5s}")
    void send() {
        this.mapper.halfSent(now().minus(HALF_SENT)).forEach(id -> end(id, State.UNKNOWN, null));
        for (long id : this.mapper.due(now(), now().plus(PUT_OFF), AT_ONCE)) {
            try {
                send(id);
            } catch (RuntimeException accident) {
                // The next one may be all right; this one is tried again, or found half-sent.
                LOG.error("Notification {} was not dealt with", id, accident);
            }
        }
    }

    private void send(long id) {
        Claimed claimed = this.transaction.execute(status -> claim(id));
        if (claimed == null) {
            return;
        }
        SubscribeMessages.Sent sent =
                this.messages.send(claimed.openid(), claimed.templateId(), claimed.fields(), this.settings.page());
        String code = sent.code() == null ? null : sent.code().toString();
        switch (sent.outcome()) {
            case SENT -> end(id, State.SENT, null);
            case UNKNOWN -> end(id, State.UNKNOWN, null);
            case REFUSED -> end(id, State.FAILED, code);
            case NO_CONSENT -> {
                this.subscriptions.spend(claimed.account(), claimed.templateId());
                end(id, State.NO_CONSENT, code);
            }
            case NOT_SENT -> again(claimed, code);
        }
    }

    /** Null when there is nothing to send: somebody else has it, it is not the time, or it ended here. */
    private @Nullable Claimed claim(long id) {
        NotificationMapper.Row row = this.mapper.lock(id);
        if (row == null || !row.state().equals(State.WAITING.name())) {
            return null;
        }
        LocalDateTime now = now();
        LocalDateTime next = this.settings.quietHours().next(now);
        if (next.isAfter(now) && !Occasion.valueOf(row.occasion()).isUrgent()) {
            this.mapper.postpone(id, next);
            return null;
        }
        long account = row.phoneAccountId();
        Optional<Map<String, String>> parts =
                this.subscriptions.isMuted(account) ? Optional.empty() : this.teller.tell(row);
        if (parts.isEmpty()) {
            end(id, State.DROPPED, this.subscriptions.isMuted(account) ? MUTED : "NOTHING_TO_TELL");
            return null;
        }
        String openid = this.accounts.openid(account);
        if (openid == null) {
            end(id, State.NO_WECHAT, null);
            return null;
        }
        NotificationSettings.Template template =
                this.settings.template(Occasion.valueOf(row.occasion()).topic());
        if (template == null) {
            end(id, State.FAILED, "NO_TEMPLATE");
            return null;
        }
        if (!this.subscriptions.take(account, template.id())) {
            end(id, State.NO_CONSENT, null);
            return null;
        }
        Map<String, String> fields = Wording.fields(template, parts.get());
        this.mapper.claim(id, this.json.writeValueAsString(fields), now);
        return new Claimed(id, account, openid, template.id(), fields, row.attempts());
    }

    private void again(Claimed claimed, @Nullable String code) {
        this.transaction.executeWithoutResult(status -> {
            this.subscriptions.giveBack(claimed.account(), claimed.templateId());
            if (claimed.attempts() < PAUSES.size()) {
                this.mapper.postpone(claimed.id(), now().plus(PAUSES.get(claimed.attempts())));
            } else {
                end(claimed.id(), State.FAILED, code == null ? "NOT_REACHED" : code);
            }
        });
    }

    private void end(long id, State state, @Nullable String detail) {
        this.transaction.executeWithoutResult(status -> {
            NotificationMapper.Row row = this.mapper.lock(id);
            if (row != null && this.mapper.finish(id, state.name(), detail, now()) == 1) {
                this.events.publishEvent(
                        new NotificationEnded(Occasion.valueOf(row.occasion()), row.subjectId(), state, detail));
            }
        });
    }

    private LocalDateTime now() {
        return LocalDateTime.now(this.clock);
    }

    private record Claimed(
            long id, long account, String openid, String templateId, Map<String, String> fields, int attempts) {}

    /** How far a message has come. */
    enum State {
        WAITING,
        SENDING,
        SENT,
        /** No answer came; it may have arrived. */
        UNKNOWN,
        FAILED,
        NO_CONSENT,
        NO_WECHAT,
        DROPPED
    }
}

package org.tongxing.notification;

import java.time.Clock;
import java.time.LocalDateTime;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what somebody is to be told: once per occasion and person, due after the quiet hours unless it is urgent. */
@Component
@RequiredArgsConstructor
class Outbox {

    /** Before everything else, and whatever becomes of the clock. */
    private static final LocalDateTime AT_ONCE = LocalDateTime.of(2000, 1, 1, 0, 0);

    private final NotificationMapper mapper;
    private final NotificationSettings settings;
    private final Clock clock;

    /**
     * Writes it down, unless it was before.
     *
     * @param key names the occasion; the person is added
     * @param subject what it is about: a tie, a nudge, a wish
     * @param tie by which the person is told, looked at again before sending
     */
    @Transactional(propagation = Propagation.REQUIRED)
    public void add(
            Occasion occasion, String key, @Nullable Long subject, long account, @Nullable Long tie, String division) {
        LocalDateTime now = LocalDateTime.now(this.clock);
        this.mapper.add(
                occasion.name(),
                key + ":" + account,
                subject,
                account,
                tie,
                division,
                occasion.isUrgent() ? AT_ONCE : this.settings.quietHours().next(now),
                now);
    }
}

package org.tongxing.notification;

import java.time.Clock;
import java.time.LocalDateTime;
import lombok.RequiredArgsConstructor;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.tongxing.membership.MembershipDecided;
import org.tongxing.membership.PhoneAccountClosed;

/** Tells people what was decided about their ties, and forgets those who want to be forgotten. */
@Component
@RequiredArgsConstructor
class MembershipListener {

    private final Outbox outbox;
    private final NotificationMapper mapper;
    private final Subscriptions subscriptions;
    private final Clock clock;

    @ApplicationModuleListener
    void on(MembershipDecided event) {
        this.outbox.add(
                event.confirmed() ? Occasion.MEMBERSHIP_CONFIRMED : Occasion.MEMBERSHIP_REFUSED,
                "membership:" + event.membershipId() + ":" + event.at(),
                event.membershipId(),
                event.phoneAccountId(),
                event.membershipId(),
                event.division());
    }

    @ApplicationModuleListener
    void on(PhoneAccountClosed event) {
        this.mapper.dropAll(event.account(), "CLOSED", LocalDateTime.now(this.clock));
        this.subscriptions.forget(event.account());
    }
}

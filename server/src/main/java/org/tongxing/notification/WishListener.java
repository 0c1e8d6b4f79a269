package org.tongxing.notification;

import java.time.Clock;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tongxing.contract.PhoneSessionEndpoint.TieKind;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.membership.Memberships;
import org.tongxing.wish.WishClaimed;
import org.tongxing.wish.Wishes;

/** Tells those who answer for a village that a wish was claimed, and whoever promised it that the day is near. */
@Component
@RequiredArgsConstructor
class WishListener {

    private static final int DAYS_BEFORE = 3;

    private final Outbox outbox;
    private final Memberships memberships;
    private final Wishes wishes;
    private final Clock clock;

    @ApplicationModuleListener
    void on(WishClaimed event) {
        this.memberships
                .staffOf(new DivisionCode(event.village()))
                .forEach(staff -> this.outbox.add(
                        Occasion.WISH_CLAIMED,
                        "wish-claimed:" + event.wish() + ":" + event.claimedBy(),
                        event.wish(),
                        staff.account(),
                        staff.tie().id(),
                        event.village()));
    }

    /** Twice a day, so that a server that was down in the morning still says it. */
    @Scheduled(cron = "0 10 9,14 * * *", zone = "Asia/Shanghai")
    void remindOfPromises() {
        LocalDate day = LocalDate.now(this.clock).plusDays(DAYS_BEFORE);
        this.wishes
                .promisedFor(day)
                .forEach(promise -> this.memberships.confirmed(promise.claimedBy()).stream()
                        .filter(tie -> tie.kind() == TieKind.VOLUNTEER)
                        .findFirst()
                        .ifPresent(tie -> this.outbox.add(
                                Occasion.WISH_DUE,
                                "wish-due:" + promise.id() + ":" + day,
                                promise.id(),
                                promise.claimedBy(),
                                tie.id(),
                                promise.township())));
    }
}

package org.tongxing.notification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tongxing.contract.PhoneSessionEndpoint.TieKind;
import org.tongxing.kernel.DivisionCode;
import org.tongxing.membership.Memberships;
import org.tongxing.wish.Outcome;
import org.tongxing.wish.ThanksShown;
import org.tongxing.wish.Wish;
import org.tongxing.wish.WishReleased;
import org.tongxing.wish.WishReturned;
import org.tongxing.wish.Wishes;
import org.tongxing.wish.WishesClaimed;

/** Tells those who answer for a village that a wish was claimed, and those who wrote it down or promised it what has become of it. */
@Component
@RequiredArgsConstructor
class WishListener {

    private static final Set<TieKind> HELPERS = EnumSet.of(TieKind.VOLUNTEER, TieKind.CADRE_FAMILY);
    private static final Set<TieKind> WRITERS =
            EnumSet.of(TieKind.CADRE_FAMILY, TieKind.CHILD_DIRECTOR, TieKind.CHILD_SUPERVISOR);
    private static final int DAYS_BEFORE = 3;
    private static final int DAYS_TO_ARRANGE = 2;

    private final Outbox outbox;
    private final Memberships memberships;
    private final Wishes wishes;
    private final Clock clock;

    @ApplicationModuleListener
    void on(WishesClaimed event) {
        this.memberships
                .staffOf(new DivisionCode(event.village()))
                .forEach(staff -> event.claimers()
                        .forEach((wish, claimedBy) -> this.outbox.add(
                                Occasion.WISH_CLAIMED,
                                "wish-claimed:" + wish + ":" + claimedBy,
                                wish,
                                staff.account(),
                                staff.tie().id(),
                                event.village())));
    }

    /** Whoever gave it back knows; whoever lost access hears nothing of wishes any more. */
    @ApplicationModuleListener
    void on(WishReleased event) {
        boolean unasked = event.outcome() != Outcome.GIVEN_BACK && event.outcome() != Outcome.ACCESS_LOST;
        if (unasked) {
            tell(Occasion.WISH_RELEASED, "wish-released:" + event.wish(), event.wish(), event.claimedBy());
        }
    }

    /** Whoever wrote it down, as a paired family or as the director. */
    @ApplicationModuleListener
    void on(WishReturned event) {
        String key = "wish-returned:" + event.wish() + ":" + event.version();
        tell(Occasion.WISH_RETURNED, key, event.wish(), event.writer(), WRITERS);
    }

    @ApplicationModuleListener
    void on(ThanksShown event) {
        tell(Occasion.THANKS_SHOWN, "thanks-shown:" + event.wish(), event.wish(), event.keptBy());
    }

    /** Twice a day, so that a server that was down in the morning still says it. */
    @Scheduled(cron = "0 10 9,14 * * *", zone = "Asia/Shanghai")
    void remindOfPromises() {
        LocalDate today = LocalDate.now(this.clock);
        remind(Occasion.WISH_DUE, "wish-due:", this.wishes.promisedFor(today.plusDays(DAYS_BEFORE)));
        remind(Occasion.WISH_ARRANGE, "wish-arrange:", this.wishes.toArrangeBy(today.plusDays(DAYS_TO_ARRANGE)));
    }

    private void remind(Occasion occasion, String key, List<Wish.Promise> promises) {
        LocalDate today = LocalDate.now(this.clock);
        promises.forEach(
                promise -> tell(occasion, key + promise.wish() + ":" + today, promise.wish(), promise.claimedBy()));
    }

    /** By the tie as a volunteer, or as a paired family. */
    private void tell(Occasion occasion, String key, long wish, long account) {
        tell(occasion, key, wish, account, HELPERS);
    }

    private void tell(Occasion occasion, String key, long wish, long account, Set<TieKind> as) {
        this.memberships.confirmed(account).stream()
                .filter(tie -> as.contains(tie.kind()))
                .findFirst()
                .ifPresent(tie ->
                        this.outbox.add(occasion, key + ":" + account, wish, account, tie.id(), tie.divisionCode()));
    }
}

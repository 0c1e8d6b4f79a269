package org.tongxing.notification;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tongxing.membership.Memberships;
import org.tongxing.membership.PhoneCaller;

/**
 * 每周一条: what is due, on the day the person has chosen, and only if there is something. Whoever has nothing to do hears
 * nothing, and keeps the consent.
 */
@Component
@RequiredArgsConstructor
class Weekly {

    private static final int AT_ONCE = 200;

    private final WeeklyMapper mapper;
    private final Memberships memberships;
    private final DueWork due;
    private final Subscriptions subscriptions;
    private final Outbox outbox;
    private final Clock clock;

    /** Twice a day, so that a server that was down in the morning still says it; the week is part of the key. */
    @Scheduled(cron = "0 5 9,14 * * *", zone = "Asia/Shanghai")
    void writeDown() {
        LocalDate today = LocalDate.now(this.clock);
        String key =
                "weekly:" + today.get(IsoFields.WEEK_BASED_YEAR) + "-" + today.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
        long last = 0;
        List<Long> accounts;
        do {
            accounts = this.mapper.whoseDayItIs(
                    today.getDayOfWeek().name(), Subscriptions.USUAL_DAY.name(), key, last, AT_ONCE);
            for (long account : accounts) {
                last = account;
                tell(account, key, today);
            }
        } while (accounts.size() == AT_ONCE);
    }

    private void tell(long account, String key, LocalDate today) {
        List<PhoneCaller.ConfirmedTie> ties = this.memberships.confirmed(account);
        if (ties.isEmpty()) {
            return;
        }
        DueWork.Due due = this.due.of(new PhoneCaller(account, "", ties), today);
        if (due.things() == 0 || due.onlyContact() && this.subscriptions.wantsNoContactReminder(account)) {
            return;
        }
        PhoneCaller.ConfirmedTie first = ties.get(0);
        this.outbox.add(Occasion.WEEKLY, key, null, account, first.id(), first.divisionCode());
    }
}

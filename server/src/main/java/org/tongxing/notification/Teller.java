package org.tongxing.notification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tongxing.activity.Activities;
import org.tongxing.membership.Memberships;
import org.tongxing.membership.PhoneCaller;
import org.tongxing.safeguard.Dangers;
import org.tongxing.wish.Wish;
import org.tongxing.wish.Wishes;

/**
 * Says what there is to say at the moment of sending, from how things stand then: what was done meanwhile, ended, or given
 * back is no longer told.
 */
@Component
@RequiredArgsConstructor
class Teller {

    private final Memberships memberships;
    private final DueWork due;
    private final Wishes wishes;
    private final Activities activities;
    private final Dangers dangers;
    private final Clock clock;

    /** The parts of the message, or nothing when there is nothing to tell any more. */
    Optional<Map<String, String>> tell(NotificationMapper.Row row) {
        Occasion occasion = Occasion.valueOf(row.occasion());
        if (!mayBeTold(occasion, row)) {
            return Optional.empty();
        }
        LocalDate today = LocalDate.now(this.clock);
        return switch (occasion) {
            case MEMBERSHIP_CONFIRMED -> Optional.of(Wording.decided(true, row.createdAt()));
            case MEMBERSHIP_REFUSED -> Optional.of(Wording.decided(false, row.createdAt()));
            case WEEKLY -> due(row, today).map(Teller::weekly);
            case NUDGE -> due(row, today).map(work -> Wording.nudge(Math.max(1, work.overdue()), today));
            case WISH_CLAIMED -> promise(row).map(promise -> Wording.wishClaimed(day(promise)));
            case WISH_ARRANGE ->
                own(row).filter(promise -> promise.deliverBy() == null)
                        .map(promise -> Wording.wishArrange(promise.arrangeBy()));
            case WISH_DUE -> own(row).map(promise -> Wording.wishDue(day(promise)));
            case WISH_RELEASED -> Optional.of(Wording.wishReleased(today));
            case WISH_RETURNED -> subject(row).filter(this.wishes::isReturned).map(wish -> Wording.wishReturned(today));
            case THANKS_SHOWN -> subject(row).filter(this.wishes::isThanked).map(wish -> Wording.thanks(today));
            case ACTIVITY_CANCELLED ->
                subject(row).flatMap(this.activities::calledOff).map(Wording::activityCancelled);
            case DANGER ->
                this.dangers.waitingAt(Objects.requireNonNull(row.subjectId())).map(place -> Wording.danger(today));
        };
    }

    private static Map<String, String> weekly(DueWork.Due work) {
        LocalDate until = Objects.requireNonNull(work.until());
        return work.onlyContact() ? Wording.contact(until) : Wording.weekly(work.things(), work.overdue(), until);
    }

    private boolean mayBeTold(Occasion occasion, NotificationMapper.Row row) {
        if (occasion == Occasion.WEEKLY) {
            // About all ties together; those that do not hold any more owe nothing.
            return true;
        }
        if (row.membershipId() == null) {
            return !occasion.needsTie();
        }
        return occasion.needsTie()
                ? this.memberships.holding(row.membershipId()).isPresent()
                : this.memberships.open(row.membershipId());
    }

    private Optional<DueWork.Due> due(NotificationMapper.Row row, LocalDate today) {
        List<PhoneCaller.ConfirmedTie> ties = this.memberships.confirmed(row.phoneAccountId());
        return Optional.of(this.due.of(new PhoneCaller(row.phoneAccountId(), "", ties), today))
                .filter(work -> work.things() > 0);
    }

    private static Optional<Long> subject(NotificationMapper.Row row) {
        return Optional.ofNullable(row.subjectId());
    }

    private Optional<Wish.Promise> own(NotificationMapper.Row row) {
        return promise(row).filter(promise -> promise.claimedBy() == row.phoneAccountId());
    }

    private static LocalDate day(Wish.Promise promise) {
        return promise.deliverBy() == null ? promise.arrangeBy() : promise.deliverBy();
    }

    private Optional<Wish.Promise> promise(NotificationMapper.Row row) {
        return this.wishes.promise(Objects.requireNonNull(row.subjectId()));
    }
}

package org.tongxing.wish;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.tongxing.contract.ProblemCode;
import org.tongxing.contract.WishEndpoint.DeliveryWay;
import org.tongxing.helper.LocalSetting;
import org.tongxing.helper.LocalSettings;
import org.tongxing.kernel.Caller;
import org.tongxing.membership.PhoneCaller;
import org.tongxing.persistence.Retrying;
import org.tongxing.problem.Refusal;

/** Lets exactly one person promise a wish, and takes promises back. */
@Service
@RequiredArgsConstructor
public class Claims {

    private final WishMapper mapper;
    private final ClaimMapper claims;
    private final Wishes wishes;
    private final WishWall wall;
    private final Promising promising;
    private final LocalSettings settings;
    private final Retrying retrying;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** Promises an open wish; asking again for what is promised already by the same person changes nothing. */
    public Wish claim(PhoneCaller caller, long id) {
        return this.promising.promise(caller, id);
    }

    /** Says when and how it comes; the day may be changed as long as it is within the limit. */
    public Wish arrange(PhoneCaller caller, long id, LocalDate deliverBy, DeliveryWay way) {
        Wish wish = mine(caller, id);
        LocalDate today = now().toLocalDate();
        ClaimMapper.Row claim = this.claims.live(id);
        LocalDate claimedOn = claim == null ? today : claim.claimedAt().toLocalDate();
        LocalDate latest = claimedOn.plusDays(this.settings.value(wish.township(), LocalSetting.WISH_DELIVER_DAYS));
        if (deliverBy.isBefore(today) || deliverBy.isAfter(latest)) {
            throw new Refusal(ProblemCode.DAY_TOO_LATE);
        }
        this.retrying.transact(() -> {
            moved(this.mapper.arrange(id, now()));
            moved(this.claims.arrange(id, caller.accountId(), deliverBy, way.name(), now()));
            this.mapper.step(id, Step.ARRANGED, By.of(caller), null, now());
            return id;
        });
        return mine(caller, id);
    }

    /** Gives a promise back; the wish is open again for everybody. */
    public void giveBack(PhoneCaller caller, long id, String reason) {
        Wish wish = mine(caller, id);
        release(wish, Outcome.GIVEN_BACK, By.of(caller), reason);
    }

    /** Somebody of the township takes a promise back. */
    public void takeBack(Caller caller, long id, String reason) {
        Wish wish = arranged(caller, id);
        if (wish.promise() == null) {
            throw new Refusal(ProblemCode.WISH_MOVED_ON);
        }
        release(wish, Outcome.TAKEN_BACK, By.of(caller), reason);
    }

    /** Ends a wish that cannot come true any more; whoever has promised it hears of it. */
    public void cancel(Caller caller, long id, String reason) {
        Wish wish = arranged(caller, id);
        this.retrying.transact(() -> {
            moved(this.mapper.cancel(id, now()));
            this.mapper.step(id, Step.CANCELLED, By.of(caller), reason, now());
            if (this.claims.end(id, Outcome.CANCELLED, reason, now()) == 1 && wish.promise() != null) {
                this.events.publishEvent(new WishReleased(id, wish.promise().claimedBy(), Outcome.CANCELLED));
            }
            return id;
        });
    }

    /** Puts a wish back on the wall, unless somebody was faster. */
    void release(Wish wish, Outcome outcome, By by, @Nullable String reason) {
        Wish.Promise promise = wish.promise();
        if (promise == null) {
            return;
        }
        this.retrying.transact(() -> {
            // Both find nothing when another instance has released it already.
            if (this.mapper.reopen(wish.id(), now()) == 1 && this.claims.end(wish.id(), outcome, reason, now()) == 1) {
                this.mapper.step(wish.id(), Step.RELEASED, by, reason == null ? outcome.name() : reason, now());
                this.events.publishEvent(new WishReleased(wish.id(), promise.claimedBy(), outcome));
            }
            return wish.id();
        });
    }

    private Wish arranged(Caller caller, long id) {
        Wish wish = this.wishes.get(caller.scope(), id);
        if (!caller.role().arranges()) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
        return wish;
    }

    private Wish mine(PhoneCaller caller, long id) {
        Wish wish = this.wall.visible(caller, id);
        if (!isMine(caller, wish)) {
            throw new Refusal(ProblemCode.WISH_MOVED_ON);
        }
        return wish;
    }

    private static boolean isMine(PhoneCaller caller, Wish wish) {
        return wish.promise() != null && wish.promise().claimedBy() == caller.accountId();
    }

    private static void moved(int rows) {
        if (rows != 1) {
            throw new Refusal(ProblemCode.WISH_MOVED_ON);
        }
    }

    private LocalDateTime now() {
        return LocalDateTime.now(this.clock);
    }
}

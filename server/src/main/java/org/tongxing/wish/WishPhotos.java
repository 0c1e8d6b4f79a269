package org.tongxing.wish;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongxing.contract.ProblemCode;
import org.tongxing.contract.WishEndpoint.HandOverPhotoState;
import org.tongxing.kernel.Caller;
import org.tongxing.kernel.Clause;
import org.tongxing.kernel.Scope;
import org.tongxing.media.PhotoGuard;
import org.tongxing.media.Photos;
import org.tongxing.membership.PhoneAccounts;
import org.tongxing.membership.PhoneCaller;
import org.tongxing.problem.Refusal;
import org.tongxing.wechat.MediaChecked;
import org.tongxing.wechat.MediaChecks;
import org.tongxing.wechat.TextChecks;
import org.tongxing.wechat.Verdict;

/**
 * Pictures of hand-overs. Those near the child see them with a guardian's consent; whoever kept the promise only after a
 * second person and WeChat have both said yes. No other picture of a child ever comes this way.
 */
@Service
@RequiredArgsConstructor
@Clause("SG-25")
public class WishPhotos implements PhotoGuard {

    private static final String KIND = "wish";
    private static final String CHECK = "wish-photo:";

    private final WishPhotoMapper mapper;
    private final WishMapper steps;
    private final Wishes wishes;
    private final WishWall wall;
    private final Photos photos;
    private final MediaChecks checks;
    private final PhoneAccounts accounts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    /** Ties an unused picture of this phone to a wish that has arrived; the same one twice is no mistake. */
    void attach(PhoneCaller caller, Wish wish, long photo) {
        WishPhotoMapper.Row known = this.mapper.of(wish.id());
        if (known != null && known.photoId() == photo) {
            return;
        }
        this.photos.attach(
                caller.accountId(),
                List.of(photo),
                KIND + ":" + wish.id(),
                List.of(wish.child().value()));
        this.mapper.put(wish.id(), photo, caller.accountId(), now());
        WishPhotoMapper.Row row = this.mapper.of(wish.id());
        if (row == null || row.photoId() != photo) {
            throw new Refusal(ProblemCode.ALREADY_THERE);
        }
        this.steps.step(wish.id(), Step.PHOTO_SENT, By.of(caller), null, now());
    }

    /**
     * Says that the picture shows no face and nothing that tells who the child is, and asks WeChat. Refused while a
     * guardian's consent is missing, and for whoever sent it.
     */
    public void release(Caller caller, long id) {
        WishPhotoMapper.Row row = reviewed(caller, id);
        this.photos.links(row.photoId());
        this.transaction.executeWithoutResult(status -> {
            if (this.mapper.release(id, caller.accountId(), now()) != 1) {
                boolean waits = row.state().equals(HandOverPhotoState.WAITING.name())
                        || row.state().equals(HandOverPhotoState.UNSURE.name());
                throw new Refusal(waits ? ProblemCode.NEEDS_ANOTHER_PERSON : ProblemCode.WISH_MOVED_ON);
            }
            this.steps.step(id, Step.PHOTO_RELEASED, By.of(caller), null, now());
        });
        String openid = this.accounts.openid(row.sentPhone());
        if (openid == null) {
            decide(row.photoId(), Verdict.REVIEW);
            return;
        }
        // Outside the transaction: WeChat may take its time, and may answer before this returns.
        this.checks.submit(
                openid, TextChecks.Scene.SOCIAL_LOG, this.photos.linkForCheck(row.photoId()), CHECK + row.photoId());
    }

    /** Keeps the picture from whoever kept the promise, even when it was shown before; another one may be sent. */
    public void refuse(Caller caller, long id) {
        reviewed(caller, id);
        this.transaction.executeWithoutResult(status -> {
            if (this.mapper.refuse(id) != 1) {
                throw new Refusal(ProblemCode.WISH_MOVED_ON);
            }
            this.steps.step(id, Step.PHOTO_REFUSED, By.of(caller), null, now());
        });
    }

    @EventListener
    void on(MediaChecked event) {
        if (event.subject().startsWith(CHECK)) {
            decide(Long.parseLong(event.subject().substring(CHECK.length())), event.verdict());
        }
    }

    private void decide(long photo, Verdict verdict) {
        HandOverPhotoState state = switch (verdict) {
            case PASS -> HandOverPhotoState.SHOWN;
            case REVIEW -> HandOverPhotoState.UNSURE;
            case RISKY -> HandOverPhotoState.REFUSED;
        };
        this.mapper.decide(photo, verdict.name(), state.name());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean mayLook(PhoneCaller caller, long deed, long photo) {
        Wish wish = this.wishes.any(deed);
        WishPhotoMapper.Row row = this.mapper.of(deed);
        if (row == null || row.photoId() != photo) {
            return false;
        }
        return this.wall.isNear(caller, wish.child())
                || this.wall.mayHelp(caller) && this.mapper.shownTo(deed, photo, caller.accountId()) > 0;
    }

    private WishPhotoMapper.Row reviewed(Caller caller, long id) {
        Scope scope = caller.scope();
        this.wishes.get(scope, id);
        if (!caller.role().arranges()) {
            throw new Refusal(ProblemCode.ROLE_MAY_NOT);
        }
        WishPhotoMapper.Row row = this.mapper.of(id);
        if (row == null) {
            throw Refusal.notFound("wish-photo", id);
        }
        return row;
    }

    private LocalDateTime now() {
        return LocalDateTime.now(this.clock);
    }
}
